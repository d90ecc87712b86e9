import { expect } from "vitest";
import { type Case, HOUR, inAnyOrder, SECOND } from "../case";

// One that fails, or is no condition, is missing here: the server takes its event again and again, for ever.
const HOLD = [
  "event.data.amount > 1 && event.data.count >= 3",
  "event.data.amount > 1",
  "event.data.count > 2.5",
  "event.data.count == 3.0",
  "event.data.missing == null",
  "event.data.missing.deeper == null",
  "event.data.missing.deeper == null && event.data.missing == null",
  "event.data.missing == null && event.data.missing.deeper == null",
  "event.data.owner.id == null",
  "event.data.owner.name == null",
  "event.data.missing != 'x'",
  "event.data.owner.id != 'x'",
  "event.data.missing < 3",
  "event.data.missing <= 0",
  "3 > event.data.missing",
  "event.data.owner.id < 3",
  "event.data.owner.id > -1",
  "'a' in event.data.tags",
  "event.data['id'] == 'd1'",
  "event.data.id.startsWith('d')",
  "event.data.tags.size() == 1",
  "event.data.tags.exists(tag, tag == 'a')",
  "event.data.yes",
  "!(event.data.missing == 'x')",
  "event.data.missing == 'x' || event.data.count == 3",
  "event.data.count > 1 ? event.data.yes : false",
  "event.data.missing == event.data.owner.id",
];
const DO_NOT_HOLD = [
  "event.data.missing == 'x'",
  "event.data.missing != null",
  "event.data.missing > 3",
  "event.data.missing > -1",
  "3 < event.data.missing",
  "event.data.owner.id == 'x'",
  "event.data.owner.id > 3",
  "event.data.missing == event.data.absent",
  "has(event.data.missing)",
  "event.data.missing.startsWith('d')",
  "'b' in event.data.tags",
  "'a' in event.data.missing",
  "event.data.missing",
  "!event.data.missing",
  "event.data.count == '3'",
  "event.data.missing && event.data.yes",
];

/** Events: triggers, waits, cancellation, deduplication, schedules. */
export const events: Case[] = [
  {
    title: "an event starts every function it triggers, with its data, name and id",
    functions: ({ client, name, log }) =>
      ["one", "two"].map((id) =>
        client.createFunction({ id: name(id), triggers: { event: name("go") } }, ({ event }) => {
          log.push([id, event.data.n, event.name === name("go"), typeof event.id, typeof event.ts]);
        }),
      ),
    async play(world, log) {
      await world.send({ name: "go", data: { n: 1 } });
      await world.settle();
      expect(inAnyOrder(log)).toEqual(
        inAnyOrder([
          ["one", 1, true, "string", "number"],
          ["two", 1, true, "string", "number"],
        ]),
      );
    },
  },
  {
    title: "a trigger's if decides; a missing key is null",
    functions: ({ client, name, log }) => [
      client.createFunction(
        { id: name("f"), triggers: { event: name("go"), if: "event.data.amount > 10" } },
        ({ event }) => void log.push(event.data.amount),
      ),
      client.createFunction(
        { id: name("g"), triggers: { event: name("go"), if: "event.data.person.name == null" } },
        () => void log.push("nameless"),
      ),
    ],
    async play(world, log) {
      await world.send({ name: "go", data: { amount: 5, person: { name: "Ann" } } });
      await world.send({ name: "go", data: { amount: 11, person: { name: "Ann" } } });
      await world.send({ name: "go", data: { amount: 1 } });
      await world.settle();
      expect(inAnyOrder(log)).toEqual(inAnyOrder([11, "nameless"]));
    },
  },
  {
    title: "expressions hold as Inngest's do",
    functions: ({ client, name, log }) =>
      [...HOLD, ...DO_NOT_HOLD].map((expression, index) =>
        client.createFunction(
          { id: name(`f${index}`), triggers: { event: name("go"), if: expression } },
          () => void log.push(expression),
        ),
      ),
    async play(world, log) {
      await world.send({
        name: "go",
        data: { id: "d1", amount: 1.5, count: 3, tags: ["a"], owner: { id: null }, empty: "", yes: true },
      });
      await world.settle();
      expect(inAnyOrder(log)).toEqual(inAnyOrder(HOLD));
    },
  },
  {
    title: "one function may have several triggers",
    functions: ({ client, name, log }) => [
      client.createFunction(
        { id: name("f"), triggers: [{ event: name("a") }, { event: name("b") }] },
        ({ event }) => void log.push(event.data.n),
      ),
    ],
    async play(world, log) {
      await world.send({ name: "a", data: { n: 1 } }, { name: "b", data: { n: 2 } });
      await world.settle();
      expect(inAnyOrder(log)).toEqual(inAnyOrder([1, 2]));
    },
  },
  {
    title: "waitForEvent with match wakes for the matching event only",
    functions: ({ client, name, log }) => [
      client.createFunction({ id: name("f"), triggers: { event: name("go") } }, async ({ step }) => {
        const reply = await step.waitForEvent("reply", {
          event: name("reply"),
          match: "data.deal.id",
          timeout: "1h",
        });
        await step.run("after", () => log.push(reply?.data.text));
      }),
    ],
    async play(world, log) {
      await world.send({ name: "go", data: { deal: { id: "d1" } } });
      await world.settle();
      await world.send({ name: "reply", data: { deal: { id: "d2" }, text: "other" } });
      await world.settle();
      expect(log).toEqual([]);
      await world.send({ name: "reply", data: { deal: { id: "d1" }, text: "mine" } });
      await world.settle();
      expect(log).toEqual(["mine"]);
    },
  },
  {
    title: "waitForEvent with if compares the run's event and the awaited one",
    functions: ({ client, name, log }) => [
      client.createFunction({ id: name("f"), triggers: { event: name("go") } }, async ({ step }) => {
        const reply = await step.waitForEvent("reply", {
          event: name("reply"),
          if: "event.data.id == async.data.id && async.data.amount >= 100",
          timeout: "1h",
        });
        await step.run("after", () => log.push(reply?.data.amount));
      }),
    ],
    async play(world, log) {
      await world.send({ name: "go", data: { id: 1 } });
      await world.settle();
      await world.send({ name: "reply", data: { id: 1, amount: 99 } });
      await world.send({ name: "reply", data: { id: 2, amount: 500 } });
      await world.send({ name: "reply", data: { id: 1, amount: 100 } });
      await world.settle();
      expect(log).toEqual([100]);
    },
  },
  {
    title: "waitForEvent gives null at its timeout, and never sees an earlier event",
    functions: ({ client, name, log }) => [
      client.createFunction({ id: name("f"), triggers: { event: name("go") } }, async ({ step }) => {
        const reply = await step.waitForEvent("reply", { event: name("reply"), timeout: "4s" });
        await step.run("after", () => log.push(reply));
      }),
    ],
    async play(world, log) {
      await world.send({ name: "reply" });
      await world.settle();
      await world.send({ name: "go" });
      await world.pass(2 * SECOND);
      expect(log).toEqual([]);
      await world.pass(12 * SECOND);
      expect(log).toEqual([null]);
    },
  },
  {
    title: "sendEvent in a step starts other functions, once",
    functions: ({ client, name, log }) => [
      client.createFunction({ id: name("f"), triggers: { event: name("go") } }, async ({ step }) => {
        await step.sendEvent("tell", [
          { name: name("told"), data: { n: 1 } },
          { name: name("told"), data: { n: 2 } },
        ]);
        await step.sleep("rest", "1s");
      }),
      client.createFunction(
        { id: name("g"), triggers: { event: name("told") } },
        ({ event }) => void log.push(event.data.n),
      ),
    ],
    async play(world, log) {
      await world.send({ name: "go" });
      await world.pass(10 * SECOND);
      expect(inAnyOrder(log)).toEqual(inAnyOrder([1, 2]));
    },
  },
  {
    title: "cancelOn stops the matching run between steps, and no other",
    functions: ({ client, name, log }) => [
      client.createFunction(
        {
          id: name("f"),
          triggers: { event: name("go") },
          cancelOn: [{ event: name("stop"), match: "data.id" }],
        },
        async ({ event, step }) => {
          await step.run("before", () => log.push(`before ${event.data.id}`));
          await step.sleep("rest", "40s");
          await step.run("after", () => log.push(`after ${event.data.id}`));
        },
      ),
    ],
    async play(world, log) {
      await world.send({ name: "go", data: { id: "a" } });
      await world.settle();
      await world.send({ name: "go", data: { id: "b" } });
      await world.settle();
      await world.send({ name: "stop", data: { id: "a" } });
      await world.pass(48 * SECOND);
      expect(log).toEqual(["before a", "before b", "after b"]);
      expect(await world.outcomes()).toEqual(["Cancelled", "Completed"]);
    },
  },
  {
    title: "cancelOn with if compares the run's event and the cancelling one",
    functions: ({ client, name, log }) => [
      client.createFunction(
        {
          id: name("f"),
          triggers: { event: name("go") },
          cancelOn: [
            { event: name("stop"), if: "async.data.id == event.data.id && async.data.sure == true" },
          ],
        },
        async ({ event, step }) => {
          await step.sleep("rest", "15s");
          await step.run("after", () => log.push(event.data.id));
        },
      ),
    ],
    async play(world, log) {
      await world.send({ name: "go", data: { id: "a" } }, { name: "go", data: { id: "b" } });
      await world.settle();
      await world.send(
        { name: "stop", data: { id: "a", sure: false } },
        { name: "stop", data: { id: "b", sure: true } },
      );
      await world.pass(20 * SECOND);
      expect(log).toEqual(["a"]);
    },
  },
  {
    title: "cancelOn with a timeout listens no longer than that",
    functions: ({ client, name, log }) => [
      client.createFunction(
        {
          id: name("f"),
          triggers: { event: name("go") },
          cancelOn: [{ event: name("stop"), match: "data.id", timeout: "3s" }],
        },
        async ({ event, step }) => {
          await step.sleep("rest", "8s");
          await step.run("after", () => log.push(event.data.id));
        },
      ),
    ],
    async play(world, log) {
      await world.send({ name: "go", data: { id: "a" } });
      await world.pass(5 * SECOND);
      await world.send({ name: "stop", data: { id: "a" } });
      await world.pass(12 * SECOND);
      expect(log).toEqual(["a"]);
    },
  },
  {
    title: "a function is told of another's cancellation by inngest/function.cancelled",
    functions: ({ client, name, log }) => [
      client.createFunction(
        { id: name("f"), triggers: { event: name("go") }, cancelOn: [{ event: name("stop") }] },
        ({ step }) => step.sleep("rest", "1h"),
      ),
      client.createFunction(
        {
          id: name("watch"),
          triggers: {
            event: "inngest/function.cancelled",
            if: `event.data.function_id == '${client.id}-${name("f")}'`,
          },
        },
        ({ event }) => void log.push([event.name, event.data.event.data.n]),
      ),
    ],
    async play(world, log) {
      await world.send({ name: "go", data: { n: 7 } });
      await world.settle();
      await world.send({ name: "stop" });
      await world.settle();
      expect(log).toEqual([["inngest/function.cancelled", 7]]);
    },
  },
  {
    title: "an event id is forgotten after 24 hours",
    long: true,
    functions: ({ client, name, log }) => [
      client.createFunction(
        { id: name("f"), triggers: { event: name("go") } },
        ({ event }) => void log.push(event.data.n),
      ),
    ],
    async play(world, log) {
      await world.send({ name: "go", id: "daily", data: { n: 1 } });
      await world.pass(23 * HOUR);
      await world.send({ name: "go", id: "daily", data: { n: 2 } });
      await world.settle();
      expect(log).toEqual([1]);
      await world.pass(25 * HOUR);
      await world.send({ name: "go", id: "daily", data: { n: 3 } });
      await world.settle();
      expect(log).toEqual([1, 3]);
    },
  },
  {
    title: "idempotency lasts 24 hours",
    long: true,
    functions: ({ client, name, log }) => [
      client.createFunction(
        { id: name("f"), triggers: { event: name("go") }, idempotency: "event.data.cart" },
        ({ event }) => void log.push(event.data.n),
      ),
    ],
    async play(world, log) {
      await world.send({ name: "go", data: { cart: "a", n: 1 } });
      await world.pass(23 * HOUR);
      await world.send({ name: "go", data: { cart: "a", n: 2 } });
      await world.settle();
      expect(log).toEqual([1]);
      await world.pass(2 * HOUR);
      await world.send({ name: "go", data: { cart: "a", n: 3 } });
      await world.settle();
      expect(log).toEqual([1, 3]);
    },
  },
  {
    title: "a second event with the same id starts nothing, whatever a start takes",
    functions: ({ client, name, log }) => [
      client.createFunction(
        { id: name("f"), triggers: { event: name("go") } },
        ({ event }) => void log.push(`f ${event.id}`),
      ),
      client.createFunction(
        { id: name("g"), triggers: { event: name("go") }, throttle: { limit: 10, period: "1m" } },
        ({ event }) => void log.push(`g ${event.id}`),
      ),
    ],
    async play(world, log) {
      const id = `conformance-${crypto.randomUUID()}`;
      await world.send({ name: "go", id });
      await world.send({ name: "go", id });
      await world.settle();
      expect(log).toHaveLength(2);
      expect(log).toEqual(expect.arrayContaining([`f ${id}`, `g ${id}`]));
      expect(await world.outcomes()).toEqual(expect.arrayContaining(["Completed", "Completed"]));
    },
  },
  {
    // The id keeps functions from starting twice, nothing else: the server hands every event to those who wait.
    title: "a second event with the same id still wakes who waits and cancels who is to be cancelled",
    functions: ({ client, name, log }) => [
      client.createFunction({ id: name("f"), triggers: { event: name("go") } }, async ({ step }) => {
        const reply = await step.waitForEvent("reply", { event: name("reply"), timeout: "1h" });
        await step.run("after", () => log.push(reply?.data.n));
      }),
      client.createFunction(
        { id: name("g"), triggers: { event: name("go") }, cancelOn: [{ event: name("reply") }] },
        ({ step }) => step.sleep("rest", "1h"),
      ),
    ],
    async play(world, log) {
      const id = `conformance-${crypto.randomUUID()}`;
      await world.send({ name: "reply", id, data: { n: 1 } });
      await world.settle();
      await world.send({ name: "go" });
      await world.settle();
      await world.send({ name: "reply", id, data: { n: 2 } });
      await world.settle();
      expect(log).toEqual([2]);
      expect(await world.outcomes()).toEqual(["Cancelled", "Completed"]);
    },
  },
  {
    title: "an event with a time in the future starts its functions then",
    functions: ({ client, name, log }) => [
      client.createFunction(
        { id: name("f"), triggers: { event: name("go") } },
        ({ event }) => void log.push(event.data.n),
      ),
    ],
    async play(world, log) {
      const ts = (await world.now()).getTime() + 8 * SECOND;
      await world.send({ name: "go", ts, data: { n: 1 } });
      await world.pass(4 * SECOND);
      expect(log).toEqual([]);
      await world.pass(12 * SECOND);
      expect(log).toEqual([1]);
    },
  },
  {
    title: "idempotency starts one run for each value of its expression",
    functions: ({ client, name, log }) => [
      client.createFunction(
        { id: name("f"), triggers: { event: name("go") }, idempotency: "event.data.cart" },
        ({ event }) => void log.push(event.data.cart),
      ),
    ],
    async play(world, log) {
      const run = crypto.randomUUID();
      for (const cart of ["a", "a", "b"]) await world.send({ name: "go", data: { cart: `${cart}-${run}` } });
      await world.settle();
      expect(inAnyOrder(log)).toEqual(inAnyOrder([`a-${run}`, `b-${run}`]));
    },
  },
  {
    title: "idempotency without a value holds nothing back",
    functions: ({ client, name, log }) => [
      client.createFunction(
        { id: name("f"), triggers: { event: name("go") }, idempotency: "event.data.cart" },
        ({ event }) => void log.push(event.data.n),
      ),
    ],
    async play(world, log) {
      for (const n of [1, 2]) await world.send({ name: "go", data: { n } });
      await world.settle();
      expect(inAnyOrder(log)).toEqual([1, 2]);
    },
  },
  {
    title: "cron starts a function on its schedule",
    functions: ({ client, name, log }) => [
      client.createFunction(
        { id: name("f"), triggers: { cron: "TZ=Asia/Almaty * * * * *" } },
        ({ event }) => {
          log.push([event.name, event.data?.cron]);
        },
      ),
    ],
    async play(world, log) {
      const before = log.length;
      await world.pass(61 * SECOND);
      expect(log.length - before).toBeGreaterThanOrEqual(1);
      expect(log.at(-1)).toEqual(["inngest/scheduled.timer", "TZ=Asia/Almaty * * * * *"]);
    },
  },
];
