import type { FieldInfo, FieldSection } from "@/server/fields/contract";

/** A row of the editor's list: a field, or the head of a section; the first section has no name. */
export type LayoutRow = { id: string; section: string | null } & (
  | { kind: "field"; field: FieldInfo }
  | { kind: "section" }
);

export type RowEdge = { id: string; edge: "top" | "bottom" };

export function sectionId(name: string | null): string {
  return `section:${name ?? ""}`;
}

/** The arrangement as rows: each section's head, and under it those of its fields that have a place on a record. */
export function rowsOf(
  sections: readonly FieldSection[],
  fields: readonly FieldInfo[],
  isPlaced: (field: FieldInfo) => boolean,
): LayoutRow[] {
  const byKey = new Map(fields.filter(isPlaced).map((field) => [field.key, field]));
  return sections.flatMap(({ name, keys }): LayoutRow[] => [
    { kind: "section", id: sectionId(name), section: name },
    ...keys.flatMap((key): LayoutRow[] => {
      const field = byKey.get(key);
      return field ? [{ kind: "field", id: key, section: name, field }] : [];
    }),
  ]);
}

/** A field put right behind another row, or to the front of the first section. */
export function withFieldMoved(
  sections: readonly FieldSection[],
  key: string,
  after: LayoutRow | null,
): FieldSection[] {
  const name = after?.section ?? null;
  return sections.map((section) => {
    const keys = section.keys.filter((other) => other !== key);
    if (section.name !== name) return { ...section, keys };
    const place = after?.kind === "field" ? keys.indexOf(after.id) + 1 : 0;
    return { ...section, keys: keys.toSpliced(place, 0, key) };
  });
}

/** A field at the end of another section. */
export function withFieldIn(
  sections: readonly FieldSection[],
  key: string,
  name: string | null,
): FieldSection[] {
  return sections.map((section) => {
    const keys = section.keys.filter((other) => other !== key);
    return { ...section, keys: section.name === name ? [...keys, key] : keys };
  });
}

/** A section with its fields right behind another one; the first section stays the first. */
export function withSectionMoved(
  sections: readonly FieldSection[],
  name: string,
  after: string | null,
): FieldSection[] {
  const moved = sections.find((section) => section.name === name);
  if (!moved || after === name) return [...sections];
  const rest = sections.filter((section) => section !== moved);
  return rest.toSpliced(rest.findIndex((section) => section.name === after) + 1, 0, moved);
}

/** Behind which section one stands after a step; undefined where there is no further step. */
export function sectionStepped(
  sections: readonly FieldSection[],
  name: string,
  step: "up" | "down",
): string | null | undefined {
  const names = sections.map((section) => section.name);
  const at = names.indexOf(name);
  if (step === "down") return names[at + 1];
  return at > 1 ? names[at - 2] : undefined;
}

/** A section under another name. */
export function withSectionRenamed(
  sections: readonly FieldSection[],
  name: string,
  to: string,
): FieldSection[] {
  return sections.map((section) => (section.name === name ? { ...section, name: to } : section));
}

/** Without a section: its fields go to the end of the one above. */
export function withoutSection(sections: readonly FieldSection[], name: string): FieldSection[] {
  const at = sections.findIndex((section) => section.name === name);
  const gone = sections[at];
  const above = sections[at - 1];
  if (!gone || !above) return [...sections];
  return sections.toSpliced(at - 1, 2, { ...above, keys: [...above.keys, ...gone.keys] });
}

/**
 * Where something dropped at a row's edge comes to lie: a field under the first head at the least, and in an empty section
 * wherever its head is hit; a section before or behind a whole other one, whichever is nearer. Null: where it is already.
 */
export function landing(rows: readonly LayoutRow[], id: string, on: RowEdge): RowEdge | null {
  const moved = rows.find((row) => row.id === id);
  const target = rows.find((row) => row.id === on.id);
  if (!moved || !target) return null;
  const theirs = rows.filter((row) => row.section === target.section);
  if (moved.kind === "field") {
    return target === rows[0] || theirs.length === 1 ? { id: target.id, edge: "bottom" } : on;
  }
  if (moved.section === target.section) return null;
  const [head, last] = [theirs[0], theirs.at(-1)];
  if (!head || !last) return null;
  const lines = theirs.indexOf(target) + (on.edge === "bottom" ? 1 : 0);
  const isNearTop = target.section !== null && lines < theirs.length / 2;
  return isNearTop ? { id: head.id, edge: "top" } : { id: last.id, edge: "bottom" };
}
