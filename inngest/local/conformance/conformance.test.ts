import { afterAll, beforeAll, describe, it } from "vitest";
import type { Case, World } from "./case";
import { cases } from "./cases";
import { localEngine, realEngine, type TestEngine } from "./engines";

const real = process.env.INNGEST_BASE_URL !== undefined;
const start = real ? realEngine : localEngine;
const title = real ? "a real Inngest server" : "the local executor";

describe.each([{ checkpointing: true }, { checkpointing: false }])(`${title}, %o`, ({ checkpointing }) => {
  const logs = cases.map((): unknown[] => []);
  const name = (index: number) => (local: string) => `c${index}-${checkpointing ? "on" : "off"}-${local}`;
  let engine: TestEngine;

  beforeAll(async () => {
    engine = await start({
      checkpointing,
      define: (client) =>
        cases.flatMap(({ functions }, index) =>
          functions({ client, name: name(index), log: logs[index] ?? [] }),
        ),
      activity: () => logs.reduce((sum, log) => sum + log.length, 0),
    });
  });
  afterAll(() => engine?.close());

  it.each(cases.map((one, index): [string, Case, number] => [one.title, one, index]))(
    "%s",
    async (_title, one, index) => {
      const world: World = {
        send: async (...events) => {
          await engine.client.send(
            events.map(({ data = {}, ...event }) => ({ ...event, name: name(index)(event.name), data })),
          );
        },
        settle: () => engine.settle(),
        pass: (milliseconds) => engine.pass(milliseconds),
      };
      await one.play(world, logs[index] ?? []);
    },
    real ? 180_000 : 20_000,
  );
});
