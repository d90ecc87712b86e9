import type { Entity } from "@/server/platform";

/** What a form makes; its custom fields are this entity's. */
export const target: Entity = "lead";
