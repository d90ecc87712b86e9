import type { FieldSection } from "./contract";

/** A field as far as its place goes. */
type Placed = { key: string; custom?: unknown };

/**
 * Every field in a section: where the organization put it, or at its default place in the first section. That is behind
 * the field declared before it for one of Pult's own, and at the end for an organization's. Keys of fields that are not
 * in use are left out.
 */
export function arranged(stored: readonly FieldSection[], fields: readonly Placed[]): FieldSection[] {
  const live = new Set(fields.map(({ key }) => key));
  const kept = stored.map(({ name, keys }) => ({ name, keys: keys.filter((key) => live.has(key)) }));
  const first = kept.find(({ name }) => name === null) ?? { name: null, keys: [] };
  const placed = new Set(kept.flatMap(({ keys }) => keys));
  for (const [at, { key, custom }] of fields.entries()) {
    if (!placed.has(key))
      first.keys.splice(custom ? first.keys.length : defaultPlace(first, fields, at), 0, key);
  }
  return [first, ...kept.filter(({ name }) => name !== null)];
}

function defaultPlace({ keys }: FieldSection, fields: readonly Placed[], at: number): number {
  const before = fields[at - 1];
  if (!before) return 0;
  const place = keys.indexOf(before.key);
  return place < 0 ? keys.length : place + 1;
}

/** The sections with one field at the end of another of them, which is made when there is none of the name. */
export function withFieldIn(
  sections: readonly FieldSection[],
  key: string,
  name: string | null,
): FieldSection[] {
  const rest = sections.map((one) => ({ ...one, keys: one.keys.filter((other) => other !== key) }));
  const target = rest.find((one) => one.name === name);
  if (!target) return [...rest, { name, keys: [key] }];
  target.keys.push(key);
  return rest;
}
