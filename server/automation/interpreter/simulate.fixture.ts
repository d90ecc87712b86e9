import type { LogCommand } from "./command";
import type { Definition } from "./definition";
import { interpret } from "./interpret";
import type { Facts, InboxSignal } from "./signal";
import { initialState, type Outcome, type RunState } from "./state";

/** Something the world does at a minute after the start. */
export type Happening = { at: number; facts?: Facts; signal?: InboxSignal };

export type Options = {
  facts?: Facts;
  happenings?: Happening[];
  /** How an effect ends; by default well. */
  effect?(call: { block: string; attempt: number; minute: number }): Outcome;
  doubled?: boolean;
  serialised?: boolean;
};

export type Effect = { block: string; minute: number; key: string; attempt: number };

const start = Date.parse("2026-03-02T09:00:00.000Z");
export const at = (minute: number) => new Date(start + minute * 60_000).toISOString();

/** Plays a definition in virtual time, until nothing is left to happen. */
export function simulate(definition: Definition, options: Options = {}) {
  const effects: Effect[] = [];
  const log: (LogCommand & { minute: number })[] = [];
  const timers = new Map<string, number>();
  const happenings = [...(options.happenings ?? [])].sort((a, b) => a.at - b.at);
  let facts = options.facts ?? {};
  let state: RunState = initialState();
  let minute = 0;
  let reason: string | null = null;

  function deliver(first: InboxSignal): void {
    const queue = options.doubled ? [first, first] : [first];
    for (let signal = queue.shift(); signal; signal = queue.shift()) {
      const given = options.serialised ? (JSON.parse(JSON.stringify(state)) as RunState) : state;
      const answer = interpret(definition, given, { ...signal, facts }, at(minute));
      state = answer.state;
      for (const command of answer.commands) {
        if (command.type === "log") log.push({ ...command, minute });
        if (command.type === "setTimer") {
          timers.set(`${command.block}#${command.visit}`, (Date.parse(command.dueAt) - start) / 60_000);
        }
        if (command.type === "clearTimer") timers.delete(`${command.block}#${command.visit}`);
        if (command.type === "end") reason = command.reason;
        if (command.type !== "effect") continue;
        const { block, visit, attempt } = command;
        effects.push({ block, minute, key: `${block}#${visit}`, attempt });
        const outcome = options.effect?.({ block, attempt, minute }) ?? { ok: true, result: null };
        const reply: InboxSignal = { type: "reply", block, visit, attempt, outcome };
        queue.push(...(options.doubled ? [reply, reply] : [reply]));
      }
    }
  }

  deliver({ type: "start" });
  for (let guard = 0; guard < 1_000; guard++) {
    const due = Math.min(...timers.values(), happenings[0]?.at ?? Number.POSITIVE_INFINITY);
    if (!Number.isFinite(due)) break;
    minute = Math.max(minute, due);
    const happening = happenings[0]?.at === due ? happenings.shift() : undefined;
    facts = happening?.facts ?? facts;
    deliver(happening?.signal ?? { type: "tick" });
    if (state.status !== "running" && happenings.length === 0) break;
  }
  return { state, effects, log, reason, timers: [...timers.keys()] };
}
