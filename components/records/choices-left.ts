/** A choice of a field as its control offers it. */
type Choice = { value: string; label: string };

/**
 * What a control offers: what can still be chosen, and what is chosen already, though it was archived or removed since, so
 * that it does not look blank. `nameOf` says what such a one was called.
 */
export function withChosen<One extends Choice>(
  offered: readonly One[],
  chosen: unknown,
  nameOf: (id: string) => One,
): One[] {
  const ids = [chosen].flat().filter((id): id is string => typeof id === "string" && id !== "");
  const gone = ids.filter((id) => !offered.some((one) => one.value === id));
  return [...offered, ...gone.map(nameOf)];
}
