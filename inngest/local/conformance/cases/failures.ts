import { type FailureEventArgs, NonRetriableError, RetryAfterError } from "inngest";
import { expect } from "vitest";
import { type Case, MINUTE, SECOND } from "../case";

/** Errors: retried, final, caught, heard by onFailure. */
export const failures: Case[] = [
  {
    title: "a failed step is retried after a backoff; what was done is not done again",
    functions: ({ client, name, log }) => [
      client.createFunction({ id: name("f"), triggers: { event: name("go") } }, async ({ step, attempt }) => {
        await step.run("before", () => log.push("before"));
        await step.run("shaky", () => {
          log.push(attempt);
          if (attempt === 0) throw new Error("not yet");
        });
        await step.run("after", () => log.push("after"));
      }),
    ],
    async play(world, log) {
      await world.send({ name: "go" });
      await world.pass(8 * SECOND);
      expect(log).toEqual(["before", 0]);
      await world.pass(48 * SECOND);
      expect(log).toEqual(["before", 0, 1, "after"]);
    },
  },
  {
    title: "an error outside of steps retries the function",
    functions: ({ client, name, log }) => [
      client.createFunction({ id: name("f"), triggers: { event: name("go") } }, async ({ step, attempt }) => {
        await step.run("once", () => log.push("once"));
        if (attempt === 0) throw new Error("not yet");
        log.push("done");
      }),
    ],
    async play(world, log) {
      await world.send({ name: "go" });
      await world.pass(50 * SECOND);
      expect(log).toEqual(["once", "done"]);
    },
  },
  {
    title: "retries: 2 makes three attempts, and onFailure hears the error and the event",
    functions: ({ client, name, log }) => [
      client.createFunction(
        {
          id: name("f"),
          retries: 2,
          triggers: { event: name("go") },
          onFailure: ({ error, event }: FailureEventArgs) =>
            void log.push([error.message, event.data.event.data.n]),
        },
        async ({ step, attempt, maxAttempts }) => {
          await step.run("never", () => {
            log.push([attempt, maxAttempts]);
            throw new Error("always");
          });
        },
      ),
    ],
    async play(world, log) {
      await world.send({ name: "go", data: { n: 7 } });
      await world.pass(2 * MINUTE);
      expect(log).toEqual([
        [0, 3],
        [1, 3],
        [2, 3],
        ["always", 7],
      ]);
    },
  },
  {
    title: "NonRetriableError ends the function at once",
    functions: ({ client, name, log }) => [
      client.createFunction(
        {
          id: name("f"),
          triggers: { event: name("go") },
          onFailure: ({ error }: FailureEventArgs) => void log.push(error.message),
        },
        () => {
          log.push("called");
          throw new NonRetriableError("final");
        },
      ),
    ],
    async play(world, log) {
      await world.send({ name: "go" });
      await world.settle();
      expect(log).toEqual(["called", "final"]);
      expect(await world.outcomes()).toEqual(["Failed"]);
    },
  },
  {
    title: "RetryAfterError says when to try again",
    functions: ({ client, name, log }) => [
      client.createFunction({ id: name("f"), triggers: { event: name("go") } }, async ({ step, attempt }) => {
        await step.run("later", () => {
          log.push(attempt);
          if (attempt === 0) throw new RetryAfterError("busy", "12s");
        });
      }),
    ],
    async play(world, log) {
      await world.send({ name: "go" });
      await world.pass(6 * SECOND);
      expect(log).toEqual([0]);
      await world.pass(14 * SECOND);
      expect(log).toEqual([0, 1]);
    },
  },
  {
    title: "RetryAfterError outside of steps says when to call again",
    functions: ({ client, name, log }) => [
      client.createFunction({ id: name("f"), triggers: { event: name("go") } }, ({ attempt }) => {
        log.push(attempt);
        if (attempt === 0) throw new RetryAfterError("busy", 30 * SECOND);
      }),
    ],
    async play(world, log) {
      await world.send({ name: "go" });
      await world.pass(22 * SECOND);
      expect(log).toEqual([0]);
      await world.pass(20 * SECOND);
      expect(log).toEqual([0, 1]);
    },
  },
  {
    title: "NonRetriableError in a step ends that step at once, and the function may go on",
    functions: ({ client, name, log }) => [
      client.createFunction({ id: name("f"), triggers: { event: name("go") } }, async ({ step }) => {
        const caught = await step
          .run("final", () => {
            log.push("tried");
            throw new NonRetriableError("final");
          })
          .catch((error: Error) => error.message);
        await step.run("after", () => log.push(caught));
      }),
    ],
    async play(world, log) {
      await world.send({ name: "go" });
      await world.settle();
      expect(log).toEqual(["tried", "final"]);
    },
  },
  {
    // The server adds up to 30 seconds to every wait.
    title: "four attempts by default, 15 seconds, 30 seconds and a minute apart",
    functions: ({ client, name, log }) => [
      client.createFunction({ id: name("f"), triggers: { event: name("go") } }, ({ attempt }) => {
        log.push(attempt);
        throw new Error("always");
      }),
    ],
    async play(world, log) {
      await world.send({ name: "go" });
      await world.settle();
      expect(log).toEqual([0]);
      for (const [attempt, wait] of [15, 30, 60].entries()) {
        const began = await world.now();
        while (log.length === attempt + 1) await world.pass(SECOND);
        const waited = (await world.now()).getTime() - began.getTime();
        expect(waited).toBeGreaterThanOrEqual((wait - 5) * SECOND);
        expect(waited).toBeLessThanOrEqual((wait + 35) * SECOND);
      }
      await world.settle();
      expect(log).toEqual([0, 1, 2, 3]);
      expect(await world.outcomes()).toEqual(["Failed"]);
    },
  },
  {
    title: "every step has retries of its own",
    functions: ({ client, name, log }) => [
      client.createFunction(
        { id: name("f"), triggers: { event: name("go") }, retries: 1 },
        async ({ step, attempt }) => {
          for (const id of ["a", "b"])
            await step.run(id, () => {
              log.push([id, attempt]);
              if (attempt === 0) throw new Error("not yet");
            });
        },
      ),
    ],
    async play(world, log) {
      await world.send({ name: "go" });
      await world.pass(100 * SECOND);
      expect(log).toEqual([
        ["a", 0],
        ["a", 1],
        ["b", 0],
        ["b", 1],
      ]);
      expect(await world.outcomes()).toEqual(["Completed"]);
    },
  },
  {
    title: "a step out of retries rejects, and the function may catch it and go on",
    functions: ({ client, name, log }) => [
      client.createFunction(
        { id: name("f"), triggers: { event: name("go") }, retries: 0 },
        async ({ step }) => {
          const caught = await step
            .run("broken", () => Promise.reject(new Error("broken")))
            .catch((error: Error) => error.message);
          await step.run("compensate", () => log.push(caught));
        },
      ),
    ],
    async play(world, log) {
      await world.send({ name: "go" });
      await world.settle();
      expect(log).toEqual(["broken"]);
    },
  },
  {
    title: "one of parallel steps fails and is retried alone",
    functions: ({ client, name, log }) => [
      client.createFunction({ id: name("f"), triggers: { event: name("go") } }, async ({ step, attempt }) => {
        await Promise.all([
          step.run("good", () => log.push("good")),
          step.run("shaky", () => {
            if (attempt === 0) throw new Error("not yet");
          }),
        ]);
        await step.run("after", () => log.push("after"));
      }),
    ],
    async play(world, log) {
      await world.send({ name: "go" });
      await world.pass(50 * SECOND);
      expect(log).toEqual(["good", "after"]);
    },
  },
  {
    title: "a function is told of another's failure by inngest/function.failed",
    functions: ({ client, name, log }) => [
      client.createFunction({ id: name("f"), triggers: { event: name("go") }, retries: 0 }, () =>
        Promise.reject(new Error("broken")),
      ),
      client.createFunction(
        {
          id: name("watch"),
          triggers: {
            event: "inngest/function.failed",
            if: `event.data.function_id == '${client.id}-${name("f")}'`,
          },
        },
        ({ event }) => void log.push([event.name, event.data.error.message]),
      ),
    ],
    async play(world, log) {
      await world.send({ name: "go" });
      await world.settle();
      expect(log).toEqual([["inngest/function.failed", "broken"]]);
    },
  },
];
