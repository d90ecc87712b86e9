/** What an organization has by name, as a field's options. */
export function named(all: readonly { id: string; name: string }[]) {
  return all.map(({ id, name }) => ({ id, label: name }));
}

/** The id of a choice that was read; null for none. */
export function choiceOf(value: unknown): string | null {
  return typeof value === "object" && value !== null && "id" in value ? String(value.id) : null;
}

/** Is it a choice that is yet to be made? A trial run has such. */
export function isPlanned(value: unknown): boolean {
  return typeof value === "object" && value !== null && "create" in value;
}
