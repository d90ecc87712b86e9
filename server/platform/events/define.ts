/** A kind of fact: its name in the past tense and the entity it is about. `Data` is what it carries. */
export type EventType<Data extends Record<string, unknown>> = {
  name: string;
  entity: string;
  /** Carries the data's type only. */
  readonly data?: Data;
};

/** Whose a record was made; absent where many are written at once, so that nobody is told of each. */
export type Given = { ownerId?: string | null };

const declared = new Set<string>();

/** Declares an event, as `defineEvent<{ from: string }>("deal.stage_changed", "deal")`. */
export function defineEvent<Data extends Record<string, unknown>>(
  name: string,
  entity: string,
): EventType<Data> {
  declared.add(name);
  return { name, entity };
}

/** The names of all events declared by the modules loaded so far, in alphabetical order. */
export function eventNames(): string[] {
  return [...declared].toSorted();
}
