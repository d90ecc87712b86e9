import type { Context, Transaction } from "@/server/platform";
import { type BatchLedger, noCounts } from "../contract";
import type { Job } from "../jobs/job-rows";
import type { Around } from "../jobs/surroundings";
import type { PlannedRow } from "../plan/planned-row";
import { targets } from "../targets";
import { Batch } from "./batch";
import { siftRows } from "./sift-rows";

/**
 * Writes rows in a few statements. When the database refuses them (an article number somebody took this very moment),
 * the rows it refuses are found by halves and rejected; all others are written. @returns what became of them
 */
export async function writeRows(
  tx: Transaction,
  ctx: Context,
  { job, around, rows }: { job: Job; around: Around; rows: readonly PlannedRow[] },
): Promise<BatchLedger> {
  try {
    return await tx.transaction(async (inner) => {
      const target = targets[job.entity];
      const batch = new Batch(inner, ctx, job, around);
      const { creates, updates } = await siftRows(batch, rows, { target, around, mapping: job.mapping });
      if (creates.length > 0) await target.create(batch, creates);
      if (updates.length > 0) await target.update(batch, updates);
      return batch.ledger;
    });
  } catch (error) {
    const [row] = rows;
    if (!row || !isRefused(error)) throw error;
    if (rows.length === 1) return refusal(row);
    const half = Math.ceil(rows.length / 2);
    const first = await writeRows(tx, ctx, { job, around, rows: rows.slice(0, half) });
    return together(first, await writeRows(tx, ctx, { job, around, rows: rows.slice(half) }));
  }
}

/** Is it about what was to be written? Classes 22 and 23 of https://www.postgresql.org/docs/18/errcodes-appendix.html */
export function isRefused(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : null;
  return typeof cause === "object" && cause !== null && "code" in cause && /^2[23]/.test(String(cause.code));
}

function refusal({ line }: PlannedRow): BatchLedger {
  const errors = [{ column: null, field: null, code: "VALUE_REFUSED" }];
  return { ...nothing(), rejected: [{ line, errors }] };
}

function nothing(): BatchLedger {
  return { created: {}, updated: [], keys: [], visits: {}, rejected: [], counts: { ...noCounts } };
}

/** Two ledgers as one. A record that both changed is undone to what it was before the first. */
function together(first: BatchLedger, second: BatchLedger): BatchLedger {
  const updated = new Map(first.updated.map((one) => [one.id, one]));
  for (const one of second.updated)
    updated.set(one.id, { ...one, before: updated.get(one.id)?.before ?? one.before });
  const created = { ...first.created };
  for (const [entity, ids] of Object.entries(second.created) as [keyof typeof created, string[]][])
    created[entity] = [...(created[entity] ?? []), ...ids];
  const counts = { ...first.counts };
  for (const key of Object.keys(counts) as (keyof typeof counts)[]) counts[key] += second.counts[key];
  return {
    ...{ created, counts, updated: [...updated.values()] },
    keys: [...first.keys, ...second.keys],
    visits: { ...second.visits, ...first.visits },
    links: [...(first.links ?? []), ...(second.links ?? [])],
    lines: { ...second.lines, ...first.lines },
    rejected: [...first.rejected, ...second.rejected],
  };
}
