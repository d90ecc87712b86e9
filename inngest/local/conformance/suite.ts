import { afterAll, beforeAll, describe, it } from "vitest";
import type { Case, World } from "./case";
import { cases } from "./cases";
import type { EngineOptions, TestEngine } from "./engines";

interface Playing {
  start: (options: EngineOptions) => Promise<TestEngine>;
  /** Time cannot be moved: cases that take hours are left out, the others take as long as they take. */
  realTime: boolean;
}

/** Plays every case on an engine, with checkpointing and without. */
export function playCases(title: string, { start, realTime }: Playing): void {
  const played = cases.filter(({ long }) => !(long && realTime));

  describe.each([{ checkpointing: true }, { checkpointing: false }])(`${title}, %o`, ({ checkpointing }) => {
    const logs = played.map((): unknown[] => []);
    const name = (index: number) => (local: string) => `c${index}-${checkpointing ? "on" : "off"}-${local}`;
    let engine: TestEngine;

    beforeAll(async () => {
      engine = await start({
        checkpointing,
        define: (client) =>
          played.flatMap(({ functions }, index) =>
            functions({ client, name: name(index), log: logs[index] ?? [] }),
          ),
      });
    });
    afterAll(() => engine?.close());

    // Where time is waited for, cases wait side by side: their events and functions have names of their own.
    const plays = realTime ? it.concurrent : it;
    plays.each(played.map((one, index): [string, Case, number] => [one.title, one, index]))(
      "%s",
      async (_title, one, index) =>
        one.play(worldOf(engine, name(index), logs[index] ?? []), logs[index] ?? []),
      realTime ? 300_000 : 20_000,
    );
  });
}

function worldOf(engine: TestEngine, name: (local: string) => string, log: unknown[]): World {
  const sent: string[] = [];
  return {
    async send(...events) {
      const named = events.map(({ data = {}, ...event }) => ({ ...event, name: name(event.name), data }));
      sent.push(...(await engine.client.send(named)).ids);
    },
    settle: () => engine.settle(() => log.length),
    pass: (milliseconds) => engine.pass(milliseconds),
    now: () => engine.now(),
    outcomes: async () => (await Promise.all(sent.map((id) => engine.outcomes(id)))).flat().sort(),
  };
}
