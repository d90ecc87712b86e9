import type { Queryable } from "./database";
import { instantOf } from "./duration";
import type { Engine, RunRow } from "./engine";
import { jsonBytes, LIMITS } from "./limits";
import { listen } from "./listeners";
import { InvokeOptions, type Op, WaitOptions } from "./protocol";
import { databaseNow, queueCall, queueTimer } from "./queue";
import { startRun } from "./start-run";
import { finishStep, plan, resumeStep, type StepDescription } from "./steps";

type Operation = (tx: Queryable, engine: Engine, run: RunRow, op: Op, step: StepDescription) => Promise<void>;

/** What each operation of the SDK does to a run. Those that end the call are settled by the caller. */
const OPERATIONS: Record<string, Operation> = {
  StepRun: stepRan,
  Step: stepRan,
  StepFailed: (tx, _engine, run, op, step) => finishStep(tx, run, step, { error: op.error ?? op.data }),
  StepPlanned: async (tx, _engine, run, op, step) => {
    if (await plan(tx, run, step)) await queueCall(tx, run, op.id);
  },
  Sleep: async (tx, _engine, run, op, step) => {
    const until = instantOf(op.name ?? "", await databaseNow(tx));
    if (await plan(tx, run, step)) await queueTimer(tx, run, "wake", until, op.id);
  },
  WaitForEvent: waitForEvent,
  InvokeFunction: invoke,
  DiscoveryRequest: async () => {},
};

/** Carries out one operation. @throws Refusal */
export async function carryOut(
  tx: Queryable,
  engine: Engine,
  run: RunRow,
  op: Op,
  race: boolean,
): Promise<void> {
  const operation = OPERATIONS[op.op];
  if (!operation)
    throw new Refusal(
      "UnsupportedOperation",
      `The local executor does not support "${op.op}" (${run.function_id})`,
    );
  await operation(tx, engine, run, op, describe(op, race));
}

/** The run cannot go on here, and retrying would not help: it fails and says why. */
export class Refusal extends Error {
  constructor(
    override readonly name: string,
    message: string,
  ) {
    super(message);
  }
}

/** How a step is stored and shown. */
export const describe = (op: Op, race: boolean): StepDescription => ({
  id: op.id,
  op: op.op,
  name: (op.displayName ?? op.name ?? op.id).replaceAll("\0", "\uFFFD"),
  race: race || op.opts?.parallelMode === "race",
  timing: op.timing,
});

async function stepRan(
  tx: Queryable,
  _engine: Engine,
  run: RunRow,
  op: Op,
  step: StepDescription,
): Promise<void> {
  if (jsonBytes(op.data) > LIMITS.stepBytes)
    throw new Refusal("OutputTooLarge", `Step "${step.name}" returned more than ${LIMITS.stepBytes} bytes`);
  await finishStep(tx, run, step, { data: op.data });
}

async function waitForEvent(
  tx: Queryable,
  _engine: Engine,
  run: RunRow,
  op: Op,
  step: StepDescription,
): Promise<void> {
  if (!(await plan(tx, run, step))) return;
  const options = WaitOptions.parse(op.opts);
  const expiresAt = instantOf(options.timeout, await databaseNow(tx));
  const eventName = op.name ?? "";
  await listen(tx, run, { stepId: op.id, eventName, expression: options.if ?? null, expiresAt });
  await queueTimer(tx, run, "wake", expiresAt, op.id);
}

async function invoke(
  tx: Queryable,
  engine: Engine,
  run: RunRow,
  op: Op,
  step: StepDescription,
): Promise<void> {
  if (!(await plan(tx, run, step))) return;
  const options = InvokeOptions.parse(op.opts);
  const config = engine.functions.get(options.function_id);
  if (!config)
    return resumeStep(tx, run, op.id, failure(`could not find function with ID: ${options.function_id}`));
  const now = await databaseNow(tx);
  if (options.timeout) await queueTimer(tx, run, "wake", instantOf(options.timeout, now), op.id);
  const event = {
    id: `${run.id}.${op.id}`,
    name: "inngest/function.invoked",
    data: options.payload?.data ?? {},
    ts: now.getTime(),
  };
  const parent = { runId: run.id, stepId: op.id };
  const started = await startRun(tx, engine, config, { now, event, eventId: null, parent });
  if (!started)
    await resumeStep(tx, run, op.id, failure("the invoked function was skipped by its flow control"));
}

const failure = (message: string) => ({ error: { name: "Error", message } });
