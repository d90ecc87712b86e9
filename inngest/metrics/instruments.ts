import type { Meter } from "@opentelemetry/api";
import { health } from "@/server/platform";
import type { Observer } from "../local";
import type { Measured } from "./measured";

/** From a quick step to a run that slept for a month, in seconds. */
const DURATIONS = [
  0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1_800, 3_600, 21_600, 86_400, 604_800,
  2_592_000,
];

/**
 * Counts what ends in this process, by function. Never by organization: every combination of attributes is a series
 * of its own for whoever stores it.
 */
export function recorder(meter: Meter): Observer {
  const advice = { explicitBucketBoundaries: DURATIONS };
  const runs = meter.createHistogram("pult.executor.run.duration_seconds", {
    unit: "s",
    description: "From a run's first call to its end, sleep included",
    advice,
  });
  const steps = meter.createHistogram("pult.executor.step.duration_seconds", {
    unit: "s",
    description: "One attempt at a step",
    advice,
  });
  const runFailures = meter.createCounter("pult.executor.run.failures", {
    unit: "{run}",
    description: "Runs that failed for good",
  });
  const attemptFailures = meter.createCounter("pult.executor.attempt.failures", {
    unit: "{attempt}",
    description: "Attempts that failed, those about to be retried included",
  });
  return {
    runEnded({ functionId, outcome, ms }) {
      runs.record(ms / 1000, { function: functionId, outcome });
      if (outcome === "failed") runFailures.add(1, { function: functionId });
    },
    stepEnded({ functionId, outcome, ms }) {
      if (ms !== null) steps.record(ms / 1000, { function: functionId, outcome });
      if (outcome !== "completed") attemptFailures.add(1, { function: functionId, in: "step" });
    },
    callFailed({ functionId }) {
      attemptFailures.add(1, { function: functionId, in: "function" });
    },
  };
}

/** Reads the queues when metrics are due, at no other time; while the database is away they have no value. */
export function observeQueues(meter: Meter, executor: Measured | null): void {
  const gauge = (name: string, unit: string, description: string) =>
    meter.createObservableGauge(name, { unit, description });

  const outboxDepth = gauge(
    "pult.outbox.depth",
    "{event}",
    "Events recorded and not yet given to the engine",
  );
  const outboxLag = gauge("pult.outbox.lag_seconds", "s", "How long the oldest of them has waited");
  meter.addBatchObservableCallback(
    async (result) => {
      const { status, outbox } = await health();
      if (status !== "ok") return;
      result.observe(outboxDepth, outbox.waiting);
      result.observe(outboxLag, outbox.oldestMs / 1000);
    },
    [outboxDepth, outboxLag],
  );

  if (!executor) return;
  const depth = gauge("pult.executor.queue.depth", "{call}", "Calls due and not under way");
  const lag = gauge("pult.executor.queue.lag_seconds", "s", "How long the oldest of them has been due");
  const running = gauge("pult.executor.calls.running", "{call}", "Calls under way in all processes");
  const waiting = gauge("pult.executor.runs.waiting", "{run}", "Runs asleep, waiting or scheduled");
  meter.addBatchObservableCallback(
    async (result) => {
      const stats = await executor.stats().catch(() => null);
      if (!stats) return;
      result.observe(depth, stats.queueDepth);
      result.observe(lag, stats.lagMs / 1000);
      result.observe(running, stats.running);
      result.observe(waiting, stats.waiting);
    },
    [depth, lag, running, waiting],
  );
}
