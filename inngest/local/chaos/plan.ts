import { REST_MS, SLEEP_MS, STEPS } from "./functions";
import { shuffled } from "./random";
import type { Expected, Timer } from "./verdict";

export interface Size {
  runs: number;
  control: number;
  sleepers: number;
}

export interface Trigger {
  id: string;
  name: string;
  data: { organizationId: string; trigger: string; until?: string };
}

/** What a seed sets going and what must come of it. */
export interface Plan {
  /** Every trigger three times, in any order. */
  sends: Trigger[];
  expected: Expected;
}

const ORGANIZATIONS = 5;
const TIMES_SENT = 3;

/** Plans a seed's runs; sleepers sleep for a time or until an instant, counted from `now`. */
export function planSeed(seed: number, { runs, control, sleepers }: Size, now: Date): Plan {
  const due = now.getTime() + SLEEP_MS;
  const trigger = (kind: string, index: number, until?: string): Trigger => {
    const id = `${seed}-${kind}-${index}`;
    const organizationId = `o${index % ORGANIZATIONS}`;
    return { id, name: `chaos/${kind}`, data: { organizationId, trigger: id, ...(until && { until }) } };
  };
  const some = (count: number, kind: string) =>
    Array.from({ length: count }, (_, index) => trigger(kind, index));
  const isDated = (index: number) => index % 2 === 1;
  const working = [...some(runs, "keyed"), ...some(control, "keyless")];
  const sleeping = Array.from({ length: sleepers }, (_, index) =>
    trigger("sleeper", index, isDated(index) ? new Date(due).toISOString() : undefined),
  );
  const rests = working.flatMap(({ id }): Timer[] =>
    ["3", "4"].map((after) => ({ trigger: id, after, since: "2", ms: REST_MS })),
  );
  const sleeps = sleeping.map(({ id }, index): Timer => {
    const timer = { trigger: id, after: "after" };
    return isDated(index) ? { ...timer, due } : { ...timer, since: "before", ms: SLEEP_MS };
  });
  const triggers = [...working, ...sleeping];
  const stepsOf = ({ name }: Trigger) => (name === "chaos/sleeper" ? ["before", "after"] : STEPS);
  return {
    sends: shuffled(Array.from({ length: TIMES_SENT }, () => triggers).flat(), seed, "sends"),
    expected: {
      effects: triggers.flatMap((one) => stepsOf(one).map((step) => ({ trigger: one.id, step }))),
      control: new Set(triggers.filter(({ name }) => name === "chaos/keyless").map(({ id }) => id)),
      timers: [...rests, ...sleeps],
      moves: [],
    },
  };
}
