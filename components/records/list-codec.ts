import { createParser } from "nuqs";
import type { ViewColumn, ViewSort } from "@/server/views/contract";

/** `name:240.email.ownerId`: columns in their order, with the widths somebody changed. */
export const parseAsColumns = createParser<ViewColumn[]>({
  parse(text) {
    const columns = text.split(".").map(columnOf);
    return columns.every((one) => one !== null) && columns.length <= 60 ? columns : null;
  },
  serialize: (columns) => columns.map(({ key, width }) => (width ? `${key}:${width}` : key)).join("."),
  eq: (one, other) => JSON.stringify(one) === JSON.stringify(other),
});

/** `name:asc` */
export const parseAsSort = createParser<ViewSort>({
  parse(text) {
    const [, field, direction] = /^(\w{1,60}):(asc|desc)$/.exec(text) ?? [];
    return field && (direction === "asc" || direction === "desc") ? { field, direction } : null;
  },
  serialize: ({ field, direction }) => `${field}:${direction}`,
  eq: (one, other) => one.field === other.field && one.direction === other.direction,
});

function columnOf(text: string): ViewColumn | null {
  const [, key, width] = /^(\w{1,60})(?::(\d{2,4}))?$/.exec(text) ?? [];
  if (!key) return null;
  return width ? { key, width: Math.min(1_000, Math.max(40, Number(width))) } : { key };
}
