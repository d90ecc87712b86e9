import { expect } from "vitest";
import { type Case, inAnyOrder, SECOND } from "../case";

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Flow control: how many runs, when, and which are skipped or cancelled. */
export const flowControl: Case[] = [
  {
    title: "concurrency with a key bounds each key and not the others",
    functions: ({ client, name, log }) => {
      const busy = new Map<string, number>();
      const count = (key: string, by: number) => {
        busy.set(key, (busy.get(key) ?? 0) + by);
        log.push({ key, own: busy.get(key), all: [...busy.values()].reduce((sum, n) => sum + n, 0) });
      };
      return [
        client.createFunction(
          {
            id: name("f"),
            triggers: { event: name("go") },
            concurrency: { key: "event.data.organizationId", limit: 1 },
          },
          async ({ event, step }) => {
            await step.run("work", async () => {
              count(event.data.organizationId, 1);
              await pause(800);
              count(event.data.organizationId, -1);
            });
          },
        ),
      ];
    },
    async play(world, log) {
      const go = (organizationId: string) => ({ name: "go", data: { organizationId } });
      await world.send(go("a"), go("a"), go("a"), go("b"));
      await world.settle();
      const seen = log as { own: number; all: number }[];
      expect(seen).toHaveLength(8);
      expect(Math.max(...seen.map(({ own }) => own))).toBe(1);
      expect(Math.max(...seen.map(({ all }) => all))).toBe(2);
    },
  },
  {
    title: "debounce runs once, with the last event, after the quiet period",
    functions: ({ client, name, log }) => [
      client.createFunction(
        { id: name("f"), triggers: { event: name("go") }, debounce: { key: "event.data.id", period: "4s" } },
        ({ event }) => void log.push(event.data.n),
      ),
    ],
    async play(world, log) {
      await world.send({ name: "go", data: { id: "a", n: 1 } });
      await world.pass(2 * SECOND);
      await world.send({ name: "go", data: { id: "a", n: 2 } });
      await world.pass(3 * SECOND);
      expect(log).toEqual([]);
      await world.pass(10 * SECOND);
      expect(log).toEqual([2]);
    },
  },
  {
    // Events sent one after another may be taken in any order.
    title: "throttle delays starts and loses none",
    functions: ({ client, name, log }) => [
      client.createFunction(
        { id: name("f"), triggers: { event: name("go") }, throttle: { limit: 1, period: "6s" } },
        ({ event }) => void log.push(event.data.n),
      ),
    ],
    async play(world, log) {
      for (const n of [1, 2, 3]) await world.send({ name: "go", data: { n } });
      await world.pass(5 * SECOND);
      expect(log).toHaveLength(1);
      await world.pass(18 * SECOND);
      expect(inAnyOrder(log)).toEqual([1, 2, 3]);
    },
  },
  {
    // The server's GCRA holds limit + burst at once, then one more every period / limit.
    title: "throttle counts every key for itself, and lets its limit and a burst through at once",
    functions: ({ client, name, log }) => [
      client.createFunction(
        {
          id: name("f"),
          triggers: { event: name("go") },
          throttle: { key: "event.data.id", limit: 2, period: "20s", burst: 1 },
        },
        ({ event }) => void log.push(event.data.id),
      ),
    ],
    async play(world, log) {
      const go = (id: string) => ({ name: "go", data: { id } });
      await world.send(go("a"), go("a"), go("a"), go("a"), go("a"), go("b"));
      await world.pass(7 * SECOND);
      expect(inAnyOrder(log)).toEqual(["a", "a", "a", "b"]);
      await world.pass(8 * SECOND);
      expect(log.slice(4)).toEqual(["a"]);
      await world.pass(10 * SECOND);
      expect(log.slice(4)).toEqual(["a", "a"]);
    },
  },
  {
    title: "debounce counts every key for itself, and waits no longer than its timeout",
    functions: ({ client, name, log }) => [
      client.createFunction(
        {
          id: name("f"),
          triggers: { event: name("go") },
          debounce: { key: "event.data.id", period: "8s", timeout: "16s" },
        },
        ({ event }) => void log.push(`${event.data.id}${event.data.n}`),
      ),
    ],
    async play(world, log) {
      await world.send({ name: "go", data: { id: "a", n: 1 } }, { name: "go", data: { id: "b", n: 1 } });
      await world.pass(5 * SECOND);
      await world.send({ name: "go", data: { id: "a", n: 2 } });
      await world.pass(6 * SECOND);
      expect(log).toEqual(["b1"]);
      await world.send({ name: "go", data: { id: "a", n: 3 } });
      await world.pass(7 * SECOND);
      expect(log).toEqual(["b1", "a3"]);
    },
  },
  {
    title: "a plain concurrency bounds the function's steps, not its runs that wait",
    functions: ({ client, name, log }) => {
      let busy = 0;
      return [
        client.createFunction(
          { id: name("f"), triggers: { event: name("go") }, concurrency: 2 },
          async ({ step }) => {
            await step.run("work", async () => {
              log.push(++busy);
              await pause(100);
              busy--;
            });
            await step.sleep("rest", "12s");
            await step.run("after", () => log.push("after"));
          },
        ),
      ];
    },
    async play(world, log) {
      await world.send({ name: "go" }, { name: "go" }, { name: "go" }, { name: "go" });
      await world.pass(8 * SECOND);
      expect(log).toHaveLength(4);
      expect(Math.max(...(log as number[]))).toBe(2);
      await world.pass(14 * SECOND);
      expect(log.slice(4)).toEqual(["after", "after", "after", "after"]);
    },
  },
  {
    title: "rateLimit skips what is over the limit",
    functions: ({ client, name, log }) => [
      client.createFunction(
        {
          id: name("f"),
          triggers: { event: name("go") },
          rateLimit: { key: "event.data.id", limit: 1, period: "20s" },
        },
        ({ event }) => void log.push(event.data.n),
      ),
    ],
    async play(world, log) {
      await world.send({ name: "go", data: { id: "a", n: 1 } });
      await world.settle();
      await world.send({ name: "go", data: { id: "a", n: 2 } }, { name: "go", data: { id: "b", n: 3 } });
      await world.pass(21 * SECOND);
      await world.send({ name: "go", data: { id: "a", n: 4 } });
      await world.settle();
      expect(log).toEqual([1, 3, 4]);
    },
  },
  {
    // The server's GCRA again: a limit of 4 is one every quarter of the period; each ten of it allow one more at once.
    title: "rateLimit spaces what it lets through, and a limit of ten and more lets some through at once",
    functions: ({ client, name, log }) => [
      client.createFunction(
        { id: name("f"), triggers: { event: name("go") }, rateLimit: { limit: 4, period: "48s" } },
        () => void log.push("four"),
      ),
      client.createFunction(
        { id: name("g"), triggers: { event: name("go") }, rateLimit: { limit: 20, period: "1h" } },
        () => void log.push("twenty"),
      ),
    ],
    async play(world, log) {
      const go = { name: "go" };
      await world.send(go, go, go, go, go);
      await world.settle();
      expect(inAnyOrder(log)).toEqual(["four", "twenty", "twenty", "twenty"]);
      await world.pass(13 * SECOND);
      await world.send(go, go);
      await world.settle();
      expect(log.slice(4)).toEqual(["four"]);
    },
  },
  {
    title: "singleton in mode skip keeps the first run",
    functions: ({ client, name, log }) => [
      client.createFunction(
        { id: name("f"), triggers: { event: name("go") }, singleton: { key: "event.data.id", mode: "skip" } },
        async ({ event, step }) => {
          await step.sleep("rest", "15s");
          await step.run("after", () => log.push(event.data.n));
        },
      ),
    ],
    async play(world, log) {
      await world.send({ name: "go", data: { id: "a", n: 1 } });
      await world.settle();
      await world.send({ name: "go", data: { id: "a", n: 2 } });
      await world.send({ name: "go", data: { id: "b", n: 3 } });
      await world.pass(20 * SECOND);
      expect(inAnyOrder(log)).toEqual(inAnyOrder([1, 3]));
    },
  },
  {
    title: "singleton in mode cancel keeps the last run",
    functions: ({ client, name, log }) => [
      client.createFunction(
        {
          id: name("f"),
          triggers: { event: name("go") },
          singleton: { key: "event.data.id", mode: "cancel" },
        },
        async ({ event, step }) => {
          await step.sleep("rest", "15s");
          await step.run("after", () => log.push(event.data.n));
        },
      ),
    ],
    async play(world, log) {
      await world.send({ name: "go", data: { id: "a", n: 1 } });
      await world.settle();
      await world.send({ name: "go", data: { id: "a", n: 2 } });
      await world.pass(20 * SECOND);
      expect(log).toEqual([2]);
      expect(await world.outcomes()).toEqual(["Cancelled", "Completed"]);
    },
  },
  {
    title: "timeouts.finish cancels a run that takes too long",
    functions: ({ client, name, log }) => [
      client.createFunction(
        { id: name("f"), triggers: { event: name("go") }, timeouts: { finish: "3s" } },
        async ({ step }) => {
          await step.run("before", () => log.push("before"));
          await step.sleep("rest", "10s");
          await step.run("after", () => log.push("after"));
        },
      ),
    ],
    async play(world, log) {
      await world.send({ name: "go" });
      await world.pass(16 * SECOND);
      expect(log).toEqual(["before"]);
      expect(await world.outcomes()).toEqual(["Cancelled"]);
    },
  },
  {
    title: "timeouts.start cancels a run that waits too long to start",
    functions: ({ client, name, log }) => [
      client.createFunction(
        {
          id: name("f"),
          triggers: { event: name("go") },
          throttle: { limit: 1, period: "20s" },
          timeouts: { start: "4s" },
        },
        ({ event }) => void log.push(event.data.n),
      ),
    ],
    async play(world, log) {
      await world.send({ name: "go", data: { n: 1 } });
      await world.settle();
      await world.send({ name: "go", data: { n: 2 } });
      await world.pass(24 * SECOND);
      expect(log).toEqual([1]);
      expect(await world.outcomes()).toEqual(["Cancelled", "Completed"]);
    },
  },
];
