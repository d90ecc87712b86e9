import { describe, expect, it } from "vitest";
import { planSeed } from "./plan";
import { runSeed } from "./run-seed";
import { faultsOf, judge } from "./verdict";

describe("killed workers, cut connections, a restarted database and a wrong clock", () => {
  it("lose nothing and double nothing that has a key, and no timer goes off early", {
    timeout: 240_000,
  }, async () => {
    const report = await runSeed({
      seed: 1,
      size: { runs: 10, control: 6, sleepers: 2 },
      disturbMs: 5_000,
      leaseSeconds: 1,
    });
    expect(report.faults).toEqual([]);
    expect(report).toMatchObject({ lost: [], doubled: [], restarts: 2, pauses: 2 });
    expect(Math.min(report.kills, report.terminated, report.controlDoubled)).toBeGreaterThan(0);
  });
});

describe("the verdict", () => {
  const { expected } = planSeed(1, { runs: 1, control: 1, sleepers: 2 }, new Date(0));
  const HOUR_MS = 60 * 60_000;
  const seen = (trigger: string, step: string, at: number, effect = true) => ({
    at,
    trigger,
    step,
    effect,
    key: null,
    worker: 1,
    aheadMs: HOUR_MS,
    fate: "answered" as const,
  });
  const whole = [
    ...expected.effects.map(({ trigger, step }) =>
      seen(trigger, step, { "1": 0, "2": 0, before: 0, after: HOUR_MS }[step] ?? 2_500),
    ),
    seen("1-keyless-0", "5", 3_000),
  ];

  it("is good when everything happened once and the control shows a double", () => {
    expect(judge(whole, expected)).toMatchObject({
      lost: [],
      doubled: [],
      controlDoubled: 1,
      earliestTimerMs: 500,
    });
    expect(faultsOf(judge(whole, expected))).toEqual([]);
  });

  it("names what is lost, what is doubled, and a timer that went off early", () => {
    const without = whole.filter(({ trigger, step }) => !(trigger === "1-keyed-0" && step === "7"));
    expect(faultsOf(judge(without, expected))).toEqual(["1 lost: 1-keyed-0/7"]);
    expect(faultsOf(judge([...whole, seen("1-keyed-0", "4", 9_000)], expected))).toEqual([
      "1 doubled: 1-keyed-0/4",
    ]);
    expect(faultsOf(judge([...whole, seen("1-keyed-0", "4", 9_000, false)], expected))).toEqual([]);
    const early = whole.map((one) =>
      one.trigger === "1-sleeper-0" && one.step === "after" ? { ...one, at: 5 } : one,
    );
    expect(faultsOf(judge(early, expected))).toEqual(["a timer went off 1799.995 s early"]);
  });

  it("counts a timer by the executor's clock where that was moved", () => {
    const moved = { ...expected, moves: [{ at: 10_000, ms: HOUR_MS }] };
    const woken = whole.map((one) => (one.step === "after" ? { ...one, at: 10_001 } : one));
    expect(faultsOf(judge(woken, moved))).toEqual([]);
  });

  it("calls itself blind when the control shows no doubles or no clock was ahead", () => {
    expect(faultsOf(judge(whole.slice(0, -1), expected))).toEqual([
      "blind: the control without keys shows no doubles",
    ]);
    expect(
      faultsOf(
        judge(
          whole.map((one) => ({ ...one, aheadMs: 0 })),
          expected,
        ),
      ),
    ).toEqual(["blind: no process whose clock is ahead did anything"]);
  });
});
