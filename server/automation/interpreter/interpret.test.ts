import { describe, expect, it } from "vitest";
import type { ActionBlock, Block, Definition } from "./definition";
import { definitionSchema } from "./definition";
import { interpret } from "./interpret";
import { at, simulate } from "./simulate.fixture";
import { initialState } from "./state";

const act = (id: string, onError: ActionBlock["onError"] = "fail"): ActionBlock => ({
  id,
  type: "action",
  action: "test",
  params: {},
  onError,
});
const seq = (id: string, ...blocks: Block[]): Block => ({ id, type: "sequence", blocks });
const par = (id: string, ...branches: Block[]): Block => ({ id, type: "parallel", branches });
const wait = (id: string, after: number): Block => ({ id, type: "delay", until: { after } });
const process = (body: Block): Definition => ({ params: {}, variables: {}, constants: {}, body });
const failing = (block: string) => (call: { block: string; attempt: number }) =>
  call.block === block && call.attempt === 1
    ? ({ ok: false, error: { code: "broken", data: {} }, retriable: false } as const)
    : ({ ok: true, result: null } as const);

const worlds = [{}, { doubled: true }, { serialised: true }, { doubled: true, serialised: true }];

describe.each(worlds)("interpreter %o", (extra) => {
  it("goes on behind a parallel when its last branch is done", () => {
    const body = seq(
      "s",
      par("p", seq("a", wait("w1", 5), act("x")), seq("b", wait("w2", 9), act("y"))),
      act("z"),
    );
    const { effects, state } = simulate(process(body), extra);
    expect(effects.map(({ block, minute }) => [block, minute])).toEqual([
      ["x", 5],
      ["y", 9],
      ["z", 9],
    ]);
    expect(state.status).toBe("done");
  });

  it("takes the first branch that holds, else the other way", () => {
    const body = (value: number): Block =>
      seq(
        "s",
        { id: "set", type: "setVariable", variable: "n", to: { value } },
        {
          id: "if",
          type: "if",
          branches: [
            { id: "b1", when: { field: "variable.n", operator: "gt", value: 10 }, do: act("many") },
            { id: "b2", when: { field: "variable.n", operator: "gt", value: 5 }, do: act("some") },
          ],
          else: act("few"),
        },
      );
    const blocks = (value: number) => simulate(process(body(value)), extra).effects.map(({ block }) => block);
    expect([blocks(11), blocks(6), blocks(1)]).toEqual([["many"], ["some"], ["few"]]);
  });

  it("reads the result of an earlier block", () => {
    const body = seq("s", act("a"), {
      id: "v",
      type: "setVariable",
      variable: "id",
      to: { read: "result.a.id" },
    });
    const { state } = simulate(process(body), {
      effect: () => ({ ok: true, result: { id: "d1" } }),
      ...extra,
    });
    expect(state.variables).toEqual({ id: "d1" });
  });

  it("terminate ends everything that waits", () => {
    const body = par(
      "p",
      wait("long", 500),
      seq("s", wait("short", 5), { id: "t", type: "terminate", reason: "enough" }),
    );
    const { state, timers, log, reason } = simulate(process(body), extra);
    expect(state.status).toBe("done");
    expect(reason).toBe("enough");
    expect(timers).toEqual([]);
    expect(log.at(-1)).toMatchObject({ block: "long", status: "stopped" });
  });

  it("a failure with onError fail ends the run; a retry brings it back and what waited still waits", () => {
    const body = par("p", seq("a", act("x"), act("after x")), seq("b", wait("w", 60), act("y")));
    const { state, effects } = simulate(process(body), {
      effect: failing("x"),
      happenings: [{ at: 30, signal: { type: "retry", block: "x", visit: 1, attempt: 1 } }],
      ...extra,
    });
    expect(effects.map(({ block, minute }) => [block, minute])).toEqual([
      ["x", 0],
      ["x", 30],
      ["after x", 30],
      ["y", 60],
    ]);
    expect(state.status).toBe("done");
  });

  it("with onError continue the run goes past the failure and remembers it", () => {
    const { state, effects } = simulate(process(seq("s", act("x", "continue"), act("y"))), {
      effect: failing("x"),
      ...extra,
    });
    expect(effects.map(({ block }) => block)).toEqual(["x", "y"]);
    expect(state).toMatchObject({ status: "done", failures: [{ block: "x", attempt: 1, pending: false }] });
  });

  it("an effect under way when the run is stopped is still told", () => {
    const definition = process(act("x"));
    const facts = {};
    const started = interpret(definition, initialState(), { type: "start", facts }, at(0));
    const stopped = interpret(definition, started.state, { type: "stop", reason: "by hand", facts }, at(1));
    expect(stopped.state.status).toBe("stopped");
    const reply = {
      type: "reply",
      block: "x",
      visit: 1,
      attempt: 1,
      outcome: { ok: true, result: null },
      facts,
    } as const;
    const late = interpret(definition, stopped.state, reply, at(2));
    expect(late.commands).toMatchObject([{ type: "log", block: "x", status: "ran" }]);
    expect(interpret(definition, late.state, reply, at(3)).commands).toEqual([]);
  });

  it("leaves the state it was given as it was", () => {
    const before = initialState();
    const copy = structuredClone(before);
    interpret(process(act("x")), before, { type: "start", facts: {} }, at(0));
    expect(before).toEqual(copy);
  });
});

describe("definition", () => {
  it("refuses a block's id used twice", () => {
    const result = definitionSchema.safeParse(process(seq("s", act("x"), act("x"))));
    expect(result.success).toBe(false);
  });

  it("refuses an unknown key in a block", () => {
    expect(definitionSchema.safeParse(process({ ...act("x"), extra: 1 } as Block)).success).toBe(false);
  });
});
