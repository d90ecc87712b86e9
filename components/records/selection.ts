/** Which records are selected: these, or all that the list shows. */
export type Selection = { ids: ReadonlySet<string>; all: boolean };

export const nothing: Selection = { ids: new Set(), all: false };

/** The selection after a press on a row's box; with Shift everything from the row pressed before it. */
export function toggled(
  { ids, all }: Selection,
  order: readonly string[],
  id: string,
  from: string | null,
): Selection {
  // One taken out of "all" leaves those that can be seen.
  const next = new Set(all ? order : ids);
  const on = !next.has(id);
  const [start, end] = [from === null ? -1 : order.indexOf(from), order.indexOf(id)];
  const range = start < 0 ? [id] : order.slice(Math.min(start, end), Math.max(start, end) + 1);
  for (const one of range) {
    if (on) next.add(one);
    else next.delete(one);
  }
  return { ids: next, all: false };
}

/** Selects what is loaded, or nothing when it was selected. */
export function toggledAll(selection: Selection, order: readonly string[]): Selection {
  return isWhole(selection, order) ? nothing : { ids: new Set(order), all: false };
}

/** Whether every loaded row is selected. */
export function isWhole({ ids, all }: Selection, order: readonly string[]): boolean {
  return all || (order.length > 0 && order.every((id) => ids.has(id)));
}

/** How many are selected, of `total` in the list. */
export function countOf({ ids, all }: Selection, total: number | null): number {
  return all ? (total ?? ids.size) : ids.size;
}
