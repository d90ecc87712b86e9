import { asJson } from "./database";
import type { Engine, JobRow, PlainOutcome } from "./engine";
import { LIMITS } from "./limits";
import { outcomeOf } from "./observer";
import { describe } from "./operations";
import type { Op } from "./protocol";
import { json, resultRow } from "./steps";

/** The plain form of what a call came to; null when storing it takes more than results and an end. */
export function plainOutcome(
  runId: string,
  claim: Pick<JobRow, "id" | "fence">,
  ops: Op[],
  race: boolean,
): PlainOutcome | null {
  const end = ops.find(({ op }) => op === "RunComplete");
  const ran = end ? ops.slice(0, ops.indexOf(end)) : ops;
  if (!ran.every(({ op }) => RESULTS.has(op))) return null;
  const output = end ? json(end.data) : null;
  const results = ran.map((op) =>
    resultRow(
      runId,
      describe(op, race),
      op.op === "StepFailed" ? { error: op.error ?? op.data } : { data: op.data },
    ),
  );
  const texts = [output, ...results.map(({ data }) => data)];
  if (texts.some((text) => text !== null && Buffer.byteLength(text) > LIMITS.stepBytes)) return null;
  return { claim, runId, output, results, told: ran.flatMap((op) => outcomeOf(op, false) ?? []) };
}

const RESULTS = new Set(["StepRun", "Step", "StepFailed"]);

const settleSql = {
  name: "inngest_local.settle",
  text: "select job::text, function_id, ms from inngest_local.settle($1, $2)",
};

/**
 * Stores outcomes of different runs in one transaction. Returns those it stored: not those whose claim has gone stale
 * or whose run somebody holds, and none when the database refuses. Those are stored one by one, which says why.
 */
export async function settlePlain(engine: Engine, plain: PlainOutcome[]): Promise<Set<PlainOutcome>> {
  const claims = plain.map(({ claim, runId, output }) => ({ ...claim, run_id: runId, output }));
  const results = plain.flatMap((one) => one.results);
  type Row = { job: string; function_id: string; ms: number };
  const { rows } = await engine.database
    .query<Row>(settleSql, [asJson(claims), asJson(results)])
    .catch((err: unknown) => {
      engine.logger.warn({ err }, "results could not be stored together");
      return { rows: [] };
    });
  const stored = new Map(rows.map((row) => [row.job, row]));
  for (const { claim, output, told } of plain) {
    const row = stored.get(claim.id);
    if (!row || !engine.observer) continue;
    for (const step of told) engine.observer.stepEnded({ functionId: row.function_id, ...step });
    if (output !== null)
      engine.observer.runEnded({ functionId: row.function_id, outcome: "completed", ms: row.ms });
  }
  return new Set(plain.filter(({ claim }) => stored.has(claim.id)));
}
