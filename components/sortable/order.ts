import { edgeAt } from "@/components/touch-drag/geometry";

/** The list with one item moved behind another, or to the front for null; unknown ids change nothing. */
export function movedAfter<Item extends { id: string }>(
  items: readonly Item[],
  id: string,
  afterId: string | null,
): Item[] {
  const moving = items.find((item) => item.id === id);
  const others = items.filter((item) => item.id !== id);
  const place = afterId === null ? 0 : others.findIndex((item) => item.id === afterId) + 1;
  if (!moving || (afterId !== null && place === 0)) return [...items];
  return others.toSpliced(place, 0, moving);
}

/** A side of a row. */
export type RowEdge = { id: string; edge: "top" | "bottom" };

/** The side of the row a finger is at, also when it is in the gap above the row or beyond the list; null in an empty list. */
export function rowAt(
  rows: readonly { id: string; top: number; height: number }[],
  y: number,
): RowEdge | null {
  const row = rows.find(({ top, height }) => y < top + height) ?? rows.at(-1);
  return row ? { id: row.id, edge: edgeAt(y, row) } : null;
}

/** Behind whom an item stands when it is put before or after another; null for the front. */
export function predecessor(ids: readonly string[], id: string, target: string, edge: "top" | "bottom") {
  const others = ids.filter((other) => other !== id);
  if (edge === "bottom") return target;
  return others[others.indexOf(target) - 1] ?? null;
}

/** Behind whom an item stands after one step up or down; undefined where there is no further step. */
export function stepped(ids: readonly string[], id: string, step: "up" | "down"): string | null | undefined {
  const at = ids.indexOf(id);
  if (at < 0) return undefined;
  if (step === "down") return ids[at + 1];
  return at === 0 ? undefined : (ids[at - 2] ?? null);
}
