import { z } from "zod";
import { AppError } from "@/server/platform";
import {
  type FunctionView,
  type Overview,
  type RunDetailsView,
  type RunPage,
  RunQuery,
  readCursor,
} from "./contract";
import type { Executor, RunFacts } from "./executor";
import type { Operator } from "./operator";
import { organizationIdOf, organizationNames } from "./organizations";
import { actionsFor, readable } from "./rules";
import { runView, stepView } from "./views";

const pageSize = 50;
const latest = 6;

/** How the executor does, in numbers, and what needs a look. */
export async function readOverview(_operator: Operator, executor: Executor): Promise<Overview> {
  const [now, stats, counts, functions, retrying, failed] = await Promise.all([
    executor.now(),
    executor.stats(),
    executor.counts(),
    executor.functions(),
    executor.list({ retrying: true, limit: latest }),
    executor.list({ status: "failed", limit: latest }),
  ]);
  const view = await viewer([...retrying, ...failed], now);
  return {
    queueDepth: stats.queueDepth,
    lagMs: stats.lagMs,
    running: stats.running,
    waiting: stats.waiting,
    failedToday: stats.failed,
    states: { queued: 0, running: 0, completed: 0, failed: 0, cancelled: 0, ...counts },
    retrying: retrying.map(view),
    failed: failed.map(view),
    functions: functions.length,
    now,
  };
}

/** Every registered function with what starts it. */
export function listFunctions(_operator: Operator, executor: Executor): Promise<FunctionView[]> {
  return executor.functions();
}

/** A page of runs, newest first. @throws INVALID */
export async function listRuns(_operator: Operator, executor: Executor, input: unknown): Promise<RunPage> {
  const query = RunQuery.safeParse(input);
  if (!query.success) throw new AppError("INVALID");
  const { state, organization, before } = query.data;
  const [now, found] = await Promise.all([
    executor.now(),
    executor.list({
      ...(state === "retrying" ? { retrying: true } : { status: state }),
      functionId: query.data.function,
      organizationId: organization && (await organizationIdOf(organization)),
      recordId: query.data.record,
      eventId: query.data.event,
      before: readCursor(before) ?? undefined,
      limit: pageSize + 1,
    }),
  ]);
  const runs = found.slice(0, pageSize);
  const last = found.length > pageSize ? runs.at(-1) : undefined;
  const view = await viewer(runs, now);
  return { runs: runs.map(view), next: last ? `${last.createdAt.toISOString()}~${last.id}` : null, now };
}

/** A run with its event and the timeline of its steps. @throws NOT_FOUND */
export async function readRun(_operator: Operator, executor: Executor, id: string): Promise<RunDetailsView> {
  const run = z.uuid().safeParse(id).success ? await executor.get(id) : null;
  if (!run) throw new AppError("NOT_FOUND");
  const [now, functions] = await Promise.all([executor.now(), executor.functions()]);
  const view = await viewer([run], now);
  const { event, output, eventId, parentRunId } = run;
  return {
    ...view(run),
    eventId,
    parentRunId,
    maxAttempts: functions.find((one) => one.id === run.functionId)?.maxAttempts ?? null,
    event: {
      id: event.id,
      name: event.name,
      at: Number.isFinite(event.ts) ? new Date(event.ts) : null,
      data: readable(event.data),
    },
    output: run.status === "completed" && output !== null ? readable(output) : null,
    steps: run.steps.map((step) => stepView(step, run.endedAt)),
    may: actionsFor(run.status),
    now,
  };
}

async function viewer(runs: RunFacts[], now: Date) {
  const names = await organizationNames(runs.map(({ organizationId }) => organizationId));
  return (run: RunFacts) => runView(run, names, now);
}
