import type { FieldInfo } from "@/server/fields/contract";

/** A row of the editor's list: a field, or the head of a section. */
export type LayoutRow = { id: string; section: string | null } & (
  | { kind: "field"; field: FieldInfo }
  | { kind: "section" }
);

export function sectionId(name: string): string {
  return `section:${name}`;
}

/**
 * The organization's own fields with the heads of their sections, in order: first those without a section. `more` are
 * sections that have no field yet.
 */
export function layoutOf(fields: readonly FieldInfo[], more: readonly string[] = []): LayoutRow[] {
  const own = fields.filter((field) => field.customId !== null);
  const names = [...new Set([...own.flatMap((field) => field.section ?? []), ...more])];
  const rowsOf = (section: string | null): LayoutRow[] =>
    own
      .filter((field) => field.section === section)
      .map((field) => ({ kind: "field", id: field.customId ?? "", section, field }));
  return [
    ...rowsOf(null),
    ...names.flatMap((name): LayoutRow[] => [
      { kind: "section", id: sectionId(name), section: name },
      ...rowsOf(name),
    ]),
  ];
}

/** A field put behind another row: it joins the section it now stands under. */
export function withFieldMoved(rows: readonly LayoutRow[], id: string, afterId: string | null): LayoutRow[] {
  const moved = rows.find((row) => row.id === id);
  if (moved?.kind !== "field") return [...rows];
  const rest = rows.filter((row) => row.id !== id);
  const place = afterId === null ? 0 : rest.findIndex((row) => row.id === afterId) + 1;
  const section = rest[place - 1]?.section ?? null;
  return rest.toSpliced(place, 0, { ...moved, section, field: { ...moved.field, section } });
}

/** A section with its fields put before the one above, or behind the one below. */
export function withSectionMoved(
  rows: readonly LayoutRow[],
  name: string,
  direction: "up" | "down",
): LayoutRow[] {
  const names = rows.flatMap((row) => (row.kind === "section" && row.section ? [row.section] : []));
  const at = names.indexOf(name);
  const to = direction === "up" ? at - 1 : at + 1;
  const other = names[to];
  if (at < 0 || other === undefined) return [...rows];
  const order = names.with(at, other).with(to, name);
  const of = (section: string | null) => rows.filter((row) => row.section === section);
  return [...of(null), ...order.flatMap(of)];
}

/** A section under another name. */
export function withSectionRenamed(rows: readonly LayoutRow[], name: string, to: string): LayoutRow[] {
  return rows.map((row) => {
    if (row.section !== name) return row;
    if (row.kind === "section") return { ...row, id: sectionId(to), section: to };
    return { ...row, section: to, field: { ...row.field, section: to } };
  });
}

/** The layout as the server takes it. */
export function placesOf(rows: readonly LayoutRow[]): { fieldId: string; section: string | null }[] {
  return rows.flatMap((row) => (row.kind === "field" ? [{ fieldId: row.id, section: row.section }] : []));
}
