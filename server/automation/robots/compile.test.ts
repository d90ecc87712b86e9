import { describe, expect, it } from "vitest";
import { definitionSchema } from "../interpreter/definition";
import { at, type Options, simulate } from "../interpreter/simulate.fixture";
import { type CompiledRobot, compileRobots } from "./compile";
import type { Timing } from "./timing";

function robot(
  id: string,
  timing: Timing = { kind: "now" },
  more: Partial<CompiledRobot> = {},
): CompiledRobot {
  return { id, actionType: "test", params: {}, condition: null, timing, runMode: "after_previous", ...more };
}
const after = (minutes: number): Timing => ({ kind: "after", minutes });
const hours = (count: number) => count * 60;
const days = (count: number) => count * 24 * 60;
const meeting = (offsetMinutes: number): Timing => ({ kind: "date", field: "meetingAt", offsetMinutes });
const big = { field: "amountMinor", operator: "gte", value: 100 } as const;
const parallel = { runMode: "parallel" } as const;

type Case = {
  name: string;
  robots: CompiledRobot[];
  options?: Options;
  ran: [robot: string, minute: number][];
};

const cases: Case[] = [
  {
    name: "r1 now, r2 after 2 h, r3 in parallel, r4 after 1 h: r1 and r3 at 0, r2 at 2 h, r4 at 3 h",
    robots: [
      robot("r1"),
      robot("r2", after(120)),
      robot("r3", { kind: "now" }, parallel),
      robot("r4", after(60)),
    ],
    ran: [
      ["r1", 0],
      ["r3", 0],
      ["r2", 120],
      ["r4", 180],
    ],
  },
  {
    name: "a slow parallel robot holds nobody up",
    robots: [robot("r1"), robot("r2", after(500), parallel), robot("r3")],
    ran: [
      ["r1", 0],
      ["r3", 0],
      ["r2", 500],
    ],
  },
  {
    name: "leaving the stage after 1 h stops the robot of 2 h",
    robots: [robot("r1"), robot("r2", after(120))],
    options: { happenings: [{ at: 60, signal: { type: "stop", reason: "stage_left" } }, { at: 120 }] },
    ran: [["r1", 0]],
  },
  {
    name: "2 h before the meeting, which moves by 2 days: once, at the new time",
    robots: [robot("r1", meeting(-120))],
    options: {
      facts: { meetingAt: at(hours(24)) },
      happenings: [{ at: 60, facts: { meetingAt: at(hours(24) + days(2)) } }, { at: hours(22) }],
    },
    ran: [["r1", hours(22) + days(2)]],
  },
  {
    name: "the meeting moves to an earlier time",
    robots: [robot("r1", meeting(-120))],
    options: {
      facts: { meetingAt: at(days(3)) },
      happenings: [{ at: 60, facts: { meetingAt: at(hours(5)) } }],
    },
    ran: [["r1", hours(3)]],
  },
  {
    name: "an empty date waits until it is given",
    robots: [robot("r1", meeting(30)), robot("r2")],
    options: { happenings: [{ at: 100, facts: { meetingAt: at(200) } }] },
    ran: [
      ["r1", 230],
      ["r2", 230],
    ],
  },
  {
    name: "a date that is emptied waits again",
    robots: [robot("r1", meeting(0))],
    options: {
      facts: { meetingAt: at(50) },
      happenings: [{ at: 10, facts: {} }, { at: 60 }, { at: 90, facts: { meetingAt: at(100) } }],
    },
    ran: [["r1", 100]],
  },
  {
    name: "a time that has passed already acts at once",
    robots: [robot("r1", meeting(-120))],
    options: { facts: { meetingAt: at(30) } },
    ran: [["r1", 0]],
  },
  {
    name: "the time is checked before the condition",
    robots: [robot("r1", after(60), { condition: big }), robot("r2")],
    options: { facts: { amountMinor: 200 }, happenings: [{ at: 30, facts: { amountMinor: 5 } }] },
    ran: [["r2", 60]],
  },
  {
    name: "a failure that may pass is tried again after 1, 5 and 30 minutes; the next robot follows",
    robots: [robot("r1"), robot("r2")],
    options: {
      effect: ({ block }) =>
        block === "act:r1"
          ? { ok: false, error: { code: "503", data: {} }, retriable: true }
          : { ok: true, result: null },
    },
    ran: [
      ["r1", 0],
      ["r1", 1],
      ["r1", 6],
      ["r1", 36],
      ["r2", 36],
    ],
  },
  {
    name: "a failure that cannot pass is not repeated",
    robots: [robot("r1"), robot("r2")],
    options: {
      effect: ({ block }) =>
        block === "act:r1"
          ? { ok: false, error: { code: "404", data: {} }, retriable: false }
          : { ok: true, result: null },
    },
    ran: [
      ["r1", 0],
      ["r2", 0],
    ],
  },
  { name: "no robots at all", robots: [], ran: [] },
];

const worlds = [
  { world: "as usual", extra: {} },
  { world: "every signal twice", extra: { doubled: true } },
  { world: "state written and read back at every wake", extra: { serialised: true } },
  { world: "both", extra: { doubled: true, serialised: true } },
];

describe.each(worlds)("robots of a stage, $world", ({ extra }) => {
  it.each(cases)("$name", ({ robots, options, ran }) => {
    const { effects } = simulate(compileRobots(robots), { ...options, ...extra });
    expect(effects.map(({ block, minute }) => [block.replace("act:", ""), minute])).toEqual(ran);
  });

  it("a compiled chain is a valid definition", () => {
    const definition = compileRobots([
      robot("r1", after(5), { condition: big }),
      robot("r2", meeting(0), parallel),
    ]);
    expect(definitionSchema.parse(definition)).toEqual(definition);
  });

  it("leaving the stage clears the timers and says what was stopped", () => {
    const { state, log, timers, reason } = simulate(compileRobots([robot("r1", after(120)), robot("r2")]), {
      happenings: [{ at: 60, signal: { type: "stop", reason: "stage_left" } }],
      ...extra,
    });
    expect(state.status).toBe("stopped");
    expect(reason).toBe("stage_left");
    expect(timers).toEqual([]);
    expect(log.at(-1)).toMatchObject({ block: "wait:r1", origin: "r1", status: "stopped" });
  });

  it("a skipped robot says which clause failed and what it saw", () => {
    const { log } = simulate(compileRobots([robot("r1", { kind: "now" }, { condition: big })]), {
      facts: { amountMinor: 7 },
      ...extra,
    });
    expect(log).toMatchObject([
      { origin: "r1", status: "skipped", misses: [{ clause: big, seen: 7, negated: false }] },
    ]);
  });

  it("a person retries a failed robot long after the chain is done", () => {
    const { effects, log, state } = simulate(compileRobots([robot("r1"), robot("r2")]), {
      effect: ({ block, attempt }) =>
        block === "act:r1" && attempt === 1
          ? { ok: false, error: { code: "404", data: {} }, retriable: false }
          : { ok: true, result: null },
      happenings: [{ at: 900, signal: { type: "retry", block: "act:r1", visit: 1, attempt: 1 } }],
      ...extra,
    });
    expect(effects.map(({ key, minute, attempt }) => [key, minute, attempt])).toEqual([
      ["act:r1#1", 0, 1],
      ["act:r2#1", 0, 1],
      ["act:r1#1", 900, 2],
    ]);
    expect(log.at(-1)).toMatchObject({ block: "act:r1", status: "ran" });
    expect(state).toMatchObject({ status: "done", failures: [] });
  });
});
