import type { Changes } from "./record-type";

/** The changed fields with their values before and after; null when nothing changes. Undefined means untouched. */
export function difference(
  before: Readonly<Record<string, unknown>>,
  changes: Readonly<Record<string, unknown>>,
): Changes | null {
  const changed = Object.entries(changes).filter(([key, to]) => to !== undefined && !same(before[key], to));
  if (changed.length === 0) return null;
  return Object.fromEntries(changed.map(([key, to]) => [key, { from: before[key] ?? null, to }]));
}

function same(a: unknown, b: unknown): boolean {
  if (a === b || ((a ?? null) === null && (b ?? null) === null)) return true;
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  if (typeof a !== "object" || typeof b !== "object" || !a || !b) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => same(Reflect.get(a, key), Reflect.get(b, key)));
}
