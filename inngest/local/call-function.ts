import { z } from "zod";
import type { Engine, StepRow, Taken } from "./engine";
import { Op, queueItemId } from "./protocol";

/** When a failed attempt may be repeated: after the default backoff, a number of milliseconds, at an instant, never. */
export type Retry = "backoff" | "never" | { afterMs: number } | { at: Date };

/** What a call of a function came to. */
export type Outcome =
  | { kind: "completed"; output: unknown }
  | { kind: "failed"; error: unknown; retry: Retry }
  | { kind: "ops"; ops: Op[]; retry: Retry; race: boolean };

/** Calls a function in-process by Inngest's protocol. Never throws: what goes wrong is a failed attempt. */
export async function callFunction(engine: Engine, taken: Taken, maxAttempts: number): Promise<Outcome> {
  try {
    const response = await engine.handler(request(taken, maxAttempts));
    return await readResponse(response);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    return { kind: "failed", error: { name: "Error", message }, retry: "backoff" };
  }
}

function request({ run, job, steps }: Taken, maxAttempts: number): Request {
  const query = new URLSearchParams({ fnId: run.function_id, stepId: job.step_id ?? "step" });
  const body = {
    version: SDK_DECIDES,
    event: run.event,
    events: [run.event],
    steps: Object.fromEntries(steps.map((step) => [step.id, memoized(step)])),
    use_api: false,
    ctx: {
      run_id: run.id,
      fn_id: run.function_id,
      qi_id: queueItemId(job),
      attempt: job.attempt,
      max_attempts: maxAttempts,
      disable_immediate_execution: run.plan_only,
      use_api: false,
      stack: { stack: steps.map(({ id }) => id), current: steps.length },
    },
  };
  return new Request(`http://localhost/api/inngest?${query}`, {
    method: "POST",
    headers: { "content-type": "application/json", host: "localhost", "x-request-id": queueItemId(job) },
    body: JSON.stringify(body),
  });
}

/** Which version of the protocol answers; the SDK never lets the caller choose. */
const SDK_DECIDES = -1;

const memoized = (step: StepRow) =>
  step.status === "failed" ? { type: "error", error: step.error } : { type: "data", data: step.data };

async function readResponse(response: Response): Promise<Outcome> {
  const text = await response.text();
  if (!response.headers.has("x-inngest-sdk"))
    return {
      kind: "failed",
      error: { name: "Error", message: "Not an answer of the Inngest SDK" },
      retry: "backoff",
    };
  const body: unknown = text === "" ? null : JSON.parse(text);
  const retry = retryOf(response);
  if (response.status === 200) return { kind: "completed", output: body };
  if (response.status !== 206) return { kind: "failed", error: body, retry };
  const ops = z.union([z.array(Op), Op.transform((op) => [op])]).parse(body);
  return { kind: "ops", ops, retry, race: response.headers.get("x-inngest-req-version") === "1" };
}

function retryOf(response: Response): Retry {
  if (response.status === 400 || response.headers.get("x-inngest-no-retry") === "true") return "never";
  const after = response.headers.get("retry-after");
  if (!after) return "backoff";
  if (/^\d+$/.test(after)) return { afterMs: Number(after) * 1000 };
  const at = new Date(after);
  return Number.isNaN(at.getTime()) ? "backoff" : { at };
}
