import type { Seen } from "./ledger";

/** A timer as the provider can see it: `after` may not be asked for before it is due. */
export type Timer = { trigger: string; after: string } & ({ due: number } | { since: string; ms: number });

export interface Expected {
  /** Every effect that must happen, once. */
  effects: { trigger: string; step: string }[];
  /** Triggers of the control, whose effects carry no key. */
  control: ReadonlySet<string>;
  timers: Timer[];
  /** How far the executor's clock was moved, and when by the provider's. */
  moves: { at: number; ms: number }[];
}

export interface Verdict {
  requests: number;
  /** Effects that never happened, or happened again: `trigger/step`. */
  lost: string[];
  doubled: string[];
  /** Effects of the control that happened again: what would be seen of a double. */
  controlDoubled: number;
  /** How long after its time the earliest timer went off, in milliseconds; negative when it was early. */
  earliestTimerMs: number;
  /** Requests made by processes whose clock is ahead. */
  fromAhead: number;
}

const HALF_AN_HOUR_MS = 30 * 60_000;

/** Counts at the provider what became of everything that was set going. */
export function judge(seen: readonly Seen[], expected: Expected): Verdict {
  const effects = new Map<string, number>();
  const firstAt = new Map<string, number>();
  for (const { trigger, step, effect, at } of seen) {
    const name = `${trigger}/${step}`;
    if (effect) effects.set(name, (effects.get(name) ?? 0) + 1);
    if (!firstAt.has(name)) firstAt.set(name, at);
  }
  const isControl = (name: string) => expected.control.has(name.slice(0, name.lastIndexOf("/")));
  const doubled = [...effects].filter(([, count]) => count > 1).map(([name]) => name);
  const time = (at: number | undefined) =>
    at === undefined
      ? null
      : at + expected.moves.filter((move) => move.at <= at).reduce((sum, { ms }) => sum + ms, 0);
  const late = expected.timers.map(({ trigger, after, ...timer }) => {
    const begun = "due" in timer ? timer.due : time(firstAt.get(`${trigger}/${timer.since}`));
    const woke = time(firstAt.get(`${trigger}/${after}`));
    return begun === null || woke === null ? Infinity : woke - begun - ("ms" in timer ? timer.ms : 0);
  });
  return {
    requests: seen.length,
    lost: expected.effects
      .map(({ trigger, step }) => `${trigger}/${step}`)
      .filter((name) => !effects.has(name)),
    doubled: doubled.filter((name) => !isControl(name)),
    controlDoubled: doubled.filter(isControl).length,
    earliestTimerMs: late.reduce((least, ms) => Math.min(least, ms), Infinity),
    fromAhead: seen.filter(({ aheadMs }) => aheadMs > HALF_AN_HOUR_MS).length,
  };
}

const EARLY_MS = 60_000;

/** What speaks against a seed, in words; empty when everything holds. */
export function faultsOf(verdict: Verdict): string[] {
  const some = (names: string[]) => names.slice(0, 5).join(", ");
  return [
    verdict.lost.length > 0 && `${verdict.lost.length} lost: ${some(verdict.lost)}`,
    verdict.doubled.length > 0 && `${verdict.doubled.length} doubled: ${some(verdict.doubled)}`,
    verdict.earliestTimerMs < -EARLY_MS && `a timer went off ${-verdict.earliestTimerMs / 1000} s early`,
    verdict.controlDoubled === 0 && "blind: the control without keys shows no doubles",
    verdict.fromAhead === 0 && "blind: no process whose clock is ahead did anything",
  ].filter((fault) => fault !== false);
}
