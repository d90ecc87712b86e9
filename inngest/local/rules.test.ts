import { describe, expect, it } from "vitest";
import { backoffMs } from "./backoff";
import { nextOccurrence } from "./cron";
import { throughOutages } from "./database";
import { durationMs, instantOf } from "./duration";
import { holds, keyOf } from "./expression";
import { Gathering } from "./gathering";

const event = { data: { id: "d1", amount: 1.5, count: 3, tags: ["a"], owner: { id: null } } };
const async = { data: { id: "d1" } };

describe("expressions", () => {
  it.each([
    ["event.data.id == async.data.id", true],
    ["event.data.amount > 1 && event.data.count >= 3", true],
    ["event.data.missing == null", true],
    ["event.data.missing.deeper == null", true],
    ["event.data.owner.id == null", true],
    ["event.data.missing == 'x'", false],
    ["event.data.missing > 3", false],
    ["has(event.data.missing)", false],
    ["'a' in event.data.tags", true],
    ["event.data['id'] == 'd1'", true],
    ["event.data.id", false],
    ["event.data.id.nonsense()", false],
  ])("%s is %s", (expression, expected) => {
    expect(holds(expression, { event, async })).toBe(expected);
  });

  it("keys are text", () => {
    expect(keyOf("event.data.id", { event })).toBe("d1");
    expect(keyOf("event.data.count", { event })).toBe("3");
    expect(keyOf("event.data.id + '-' + string(event.data.count)", { event })).toBe("d1-3");
    expect(keyOf("event.data.missing", { event })).toBe("null");
    expect(keyOf(undefined, { event })).toBe("");
  });
});

describe("times", () => {
  it.each([
    ["1s", 1_000],
    ["2h30m10s", 9_010_000],
    ["1w", 604_800_000],
    ["15m15s", 915_000],
    ["500ms", 500],
  ])("%s is %i ms", (text, expected) => expect(durationMs(text)).toBe(expected));

  it.each(["", "soon", "5", "1 year", "5s later"])("%j is no duration", (text) => {
    expect(() => durationMs(text)).toThrow();
  });

  it("an instant is a date or counted from now", () => {
    const now = new Date("2026-01-01T00:00:00Z");
    expect(instantOf("1h", now)).toEqual(new Date("2026-01-01T01:00:00Z"));
    expect(instantOf("2026-03-01T00:00:00.000Z", now)).toEqual(new Date("2026-03-01T00:00:00Z"));
  });

  it("schedules follow their zone, through a change of clocks", () => {
    const next = (expression: string, from: string) =>
      nextOccurrence(expression, new Date(from)).toISOString();
    expect(next("0 12 * * *", "2026-03-28T13:00:00Z")).toBe("2026-03-29T12:00:00.000Z");
    expect(next("TZ=Europe/Berlin 0 12 * * *", "2026-03-28T10:00:00Z")).toBe("2026-03-28T11:00:00.000Z");
    expect(next("TZ=Europe/Berlin 0 12 * * *", "2026-03-28T12:00:00Z")).toBe("2026-03-29T10:00:00.000Z");
    expect(next("TZ=Asia/Almaty 0 9 * * 1", "2026-03-28T12:00:00Z")).toBe("2026-03-30T04:00:00.000Z");
  });

  it("backoff grows from 15 seconds to two hours, with jitter", () => {
    expect([0, 1, 2, 9, 40].map((attempt) => backoffMs(attempt, 0))).toEqual([
      15_000, 30_000, 60_000, 7_200_000, 7_200_000,
    ]);
    expect(backoffMs(0, 1)).toBe(16_500);
    expect(backoffMs(9, 1)).toBe(7_230_000);
  });
});

describe("gathering", () => {
  it("gathers what is asked for while it works, but never two of one key", async () => {
    const batches: string[][] = [];
    const gathering = new Gathering<string>(
      (item) => item.slice(0, 1),
      async (items) => {
        batches.push(items);
        return new Set(items.filter((item) => item !== "b1"));
      },
    );
    const told = await Promise.all(["a1", "a2", "b1", "c1"].map((item) => gathering.add(item)));
    expect(batches).toEqual([["a1", "b1", "c1"], ["a2"]]);
    expect(told).toEqual([true, true, false, true]);
    expect(await gathering.add("a3")).toBe(true);
  });
});

describe("outages", () => {
  const failing = (code: string) => {
    let calls = 0;
    return throughOutages(async () => {
      calls += 1;
      if (calls < 3) throw Object.assign(new Error("no"), { code });
      return calls;
    });
  };

  it.each(["57P01", "08006", "ECONNREFUSED"])("%s is waited out", async (code) => {
    expect(await failing(code)).toBe(3);
  });

  it("another error is not", async () => {
    await expect(failing("23505")).rejects.toThrow("no");
  });
});
