import { expect } from "vitest";
import { type Case, DAY, inAnyOrder, SECOND } from "../case";

/** Steps: memoized, asleep, in parallel, racing, in another function. */
export const steps: Case[] = [
  {
    title: "steps run once and in order, and their results are kept",
    functions: ({ client, name, log }) => [
      client.createFunction({ id: name("f"), triggers: { event: name("go") } }, async ({ event, step }) => {
        const a = await step.run("a", () => log.push("a") && { n: event.data.n });
        await step.sleep("rest", "1s");
        const b = await step.run("b", () => log.push("b") && { n: a.n + 1, nothing: undefined });
        log.push(b);
        return b;
      }),
    ],
    async play(world, log) {
      await world.send({ name: "go", data: { n: 1 } });
      await world.pass(10 * SECOND);
      expect(log).toEqual(["a", "b", { n: 2 }]);
      expect(await world.outcomes()).toEqual(["Completed"]);
    },
  },
  {
    title: "a step without a result gives null",
    functions: ({ client, name, log }) => [
      client.createFunction({ id: name("f"), triggers: { event: name("go") } }, async ({ step }) => {
        log.push(await step.run("nothing", () => {}));
      }),
    ],
    async play(world, log) {
      await world.send({ name: "go" });
      await world.settle();
      expect(log).toEqual([null]);
    },
  },
  {
    title: "the same step id in a loop is a new step every time",
    functions: ({ client, name, log }) => [
      client.createFunction({ id: name("f"), triggers: { event: name("go") } }, async ({ step }) => {
        const seen = [];
        for (const n of [1, 2, 3]) seen.push(await step.run("again", () => n));
        await step.sleep("rest", "1s");
        log.push(seen);
      }),
    ],
    async play(world, log) {
      await world.send({ name: "go" });
      await world.pass(10 * SECOND);
      expect(log).toEqual([[1, 2, 3]]);
    },
  },
  {
    title: "sleep lasts as long as it says",
    functions: ({ client, name, log }) => [
      client.createFunction({ id: name("f"), triggers: { event: name("go") } }, async ({ step }) => {
        await step.sleep("rest", "8s");
        await step.run("after", () => log.push("awake"));
      }),
    ],
    async play(world, log) {
      await world.send({ name: "go" });
      await world.pass(4 * SECOND);
      expect(log).toEqual([]);
      await world.pass(12 * SECOND);
      expect(log).toEqual(["awake"]);
    },
  },
  {
    title: "sleep lasts up to a year",
    long: true,
    functions: ({ client, name, log }) => [
      client.createFunction({ id: name("f"), triggers: { event: name("go") } }, async ({ step }) => {
        await step.sleep("rest", "52w");
        await step.run("after", () => log.push("awake"));
      }),
    ],
    async play(world, log) {
      await world.send({ name: "go" });
      await world.pass(363 * DAY);
      expect(log).toEqual([]);
      expect(await world.outcomes()).toEqual(["Running"]);
      await world.pass(2 * DAY);
      expect(log).toEqual(["awake"]);
      expect(await world.outcomes()).toEqual(["Completed"]);
    },
  },
  {
    title: "sleepUntil lasts until its instant",
    functions: ({ client, name, log }) => [
      client.createFunction({ id: name("f"), triggers: { event: name("go") } }, async ({ event, step }) => {
        await step.sleepUntil("rest", event.data.until);
        await step.run("after", () => log.push("awake"));
      }),
    ],
    async play(world, log) {
      const until = new Date((await world.now()).getTime() + 8 * SECOND).toISOString();
      await world.send({ name: "go", data: { until } });
      await world.pass(4 * SECOND);
      expect(log).toEqual([]);
      await world.pass(12 * SECOND);
      expect(log).toEqual(["awake"]);
    },
  },
  {
    title: "sleepUntil a past instant goes on at once",
    functions: ({ client, name, log }) => [
      client.createFunction({ id: name("f"), triggers: { event: name("go") } }, async ({ step }) => {
        await step.sleepUntil("past", "2020-01-01T00:00:00Z");
        await step.run("after", () => log.push("awake"));
      }),
    ],
    async play(world, log) {
      await world.send({ name: "go" });
      await world.settle();
      expect(log).toEqual(["awake"]);
    },
  },
  {
    title: "parallel steps all run, each once, and the function goes on when all are done",
    functions: ({ client, name, log }) => [
      client.createFunction({ id: name("f"), triggers: { event: name("go") } }, async ({ step }) => {
        const results = await Promise.all([
          step.run("a", () => log.push("a") && 1),
          step.run("b", () => log.push("b") && 2),
          step.sleep("c", "1s").then(() => 3),
        ]);
        await step.run("after", () => log.push(results));
      }),
    ],
    async play(world, log) {
      await world.send({ name: "go" });
      await world.pass(8 * SECOND);
      expect(inAnyOrder(log.slice(0, 2))).toEqual(["a", "b"]);
      expect(log.slice(2)).toEqual([[1, 2, 3]]);
    },
  },
  {
    title: "parallel chains go on side by side",
    functions: ({ client, name, log }) => [
      client.createFunction({ id: name("f"), triggers: { event: name("go") } }, async ({ step }) => {
        const chain = async (key: string) => {
          const one = await step.run(`${key}1`, () => log.push(`${key}1`) && key);
          return step.run(`${key}2`, () => log.push(`${key}2`) && `${one}${key}`);
        };
        const both = await Promise.all([chain("a"), chain("b")]);
        await step.run("after", () => log.push(both));
      }),
    ],
    async play(world, log) {
      await world.send({ name: "go" });
      await world.settle();
      expect(inAnyOrder(log.slice(0, 4))).toEqual(["a1", "a2", "b1", "b2"]);
      expect(log.slice(4)).toEqual([["aa", "bb"]]);
    },
  },
  {
    title: "a race goes on with the first result",
    functions: ({ client, name, log }) => [
      client.createFunction({ id: name("f"), triggers: { event: name("go") } }, async ({ step, group }) => {
        const winner = await group.parallel({ mode: "race" }, () =>
          Promise.race([step.run("fast", () => "fast"), step.sleep("slow", "20s").then(() => "slow")]),
        );
        await step.run("after", () => log.push(winner));
      }),
    ],
    async play(world, log) {
      await world.send({ name: "go" });
      await world.settle();
      expect(log).toEqual(["fast"]);
    },
  },
  {
    title: "invoke returns the other function's result",
    functions: ({ client, name, log }) => {
      const double = client.createFunction(
        { id: name("double"), triggers: { event: name("double") } },
        async ({ event, step }) => {
          await step.sleep("think", "1s");
          return Number(event.data.n) * 2;
        },
      );
      const caller = client.createFunction(
        { id: name("f"), triggers: { event: name("go") } },
        async ({ step }) => {
          const result = await step.invoke("ask", { function: double, data: { n: 21 } });
          await step.run("after", () => log.push(result));
        },
      );
      return [double, caller];
    },
    async play(world, log) {
      await world.send({ name: "go" });
      await world.pass(12 * SECOND);
      expect(log).toEqual([42]);
    },
  },
  {
    title: "invoke rejects when the other function fails",
    functions: ({ client, name, log }) => {
      const fails = client.createFunction({ id: name("fails"), retries: 0 }, () =>
        Promise.reject(new Error("broken")),
      );
      const caller = client.createFunction(
        { id: name("f"), triggers: { event: name("go") } },
        async ({ step }) => {
          const caught = await step.invoke("ask", { function: fails, data: {} }).catch(() => "caught");
          await step.run("after", () => log.push(caught));
        },
      );
      return [fails, caller];
    },
    async play(world, log) {
      await world.send({ name: "go" });
      await world.settle();
      expect(log).toEqual(["caught"]);
    },
  },
  {
    title: "invoke rejects at its timeout",
    functions: ({ client, name, log }) => {
      const slow = client.createFunction({ id: name("slow") }, ({ step }) => step.sleep("long", "1h"));
      const caller = client.createFunction(
        { id: name("f"), triggers: { event: name("go") } },
        async ({ step }) => {
          const caught = await step
            .invoke("ask", { function: slow, data: {}, timeout: "3s" })
            .catch(() => "timed out");
          await step.run("after", () => log.push(caught));
        },
      );
      return [slow, caller];
    },
    async play(world, log) {
      await world.send({ name: "go" });
      await world.pass(12 * SECOND);
      expect(log).toEqual(["timed out"]);
    },
  },
  {
    title: "an invoked function sees the data it was given, in an event of Inngest's own",
    functions: ({ client, name, log }) => {
      const asked = client.createFunction(
        { id: name("asked"), triggers: { event: name("asked") } },
        ({ event }) => {
          log.push([event.name, event.data.n]);
          return { twice: event.data.n * 2 };
        },
      );
      const caller = client.createFunction(
        { id: name("f"), triggers: { event: name("go") } },
        async ({ step }) => {
          const both = await Promise.all([
            step.invoke("one", { function: asked, data: { n: 1 } }),
            step.invoke("two", { function: asked, data: { n: 2 } }),
          ]);
          await step.run("after", () => log.push(both));
        },
      );
      return [asked, caller];
    },
    async play(world, log) {
      await world.send({ name: "go" });
      await world.settle();
      expect(inAnyOrder(log.slice(0, 2))).toEqual([
        ["inngest/function.invoked", 1],
        ["inngest/function.invoked", 2],
      ]);
      expect(log.slice(2)).toEqual([[{ twice: 2 }, { twice: 4 }]]);
    },
  },
];
