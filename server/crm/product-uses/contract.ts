import type { Entity } from "@/server/platform/permissions";

/** A record that has a product among its lines. */
export type ProductUse = { id: string; entity: Entity; title: string };

/** So many are named at most. */
export const mostUses = 20;
