import type { Entity } from "@/server/platform";
import type { CustomField } from "./contract";

/** An entity, and of list items the list meant; absent: whichever. */
export type InList = { entity: Entity; listId?: string | null | undefined };

/** What of the fields a record of the list has; those of no list belong to all. */
export function ofList<F extends Pick<CustomField, "listId">>(
  fields: readonly F[],
  listId: string | null | undefined,
): F[] {
  return listId ? fields.filter((field) => field.listId === null || field.listId === listId) : [...fields];
}

/** The list a row is in; null for a row of any other entity. */
export function listOf(row: object): string | null {
  return "listId" in row && typeof row.listId === "string" ? row.listId : null;
}
