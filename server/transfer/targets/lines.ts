import { linesFor, replaceAllLines, totalsOf } from "@/server/crm/line-items";
import type { LineContent } from "@/server/crm/line-items/contract";
import { knownRecords } from "../jobs/import-keys";
import type { Batch } from "../run/batch";
import type { Parts } from "../values/parts";
import type { Draft, Revision } from "./draft";

type Row = Pick<Draft, "values">;

/** The lines that a row brings; null for a row without any. */
export function linesIn({ values }: Row): LineContent[] | null {
  return (values.lines as Parts["lines"] | undefined) ?? null;
}

/** What a row's lines come to: the amount of a deal that has some. */
export function worthOf(row: Row): { amountMinor: number } | null {
  const lines = linesIn(row);
  return lines && { amountMinor: totalsOf(lines).totalMinor };
}

/** Writes the lines of new records. */
export async function bringLines(
  batch: Batch,
  drafts: readonly Row[],
  ids: readonly string[],
): Promise<void> {
  await replaceAllLines(batch.tx, batch.ctx, await withProducts(batch, drafts, ids));
}

/** Writes lines in place of other ones, which the ledger keeps. @returns the ids of the records they differ of */
export async function exchangeLines(batch: Batch, revisions: readonly Revision[]): Promise<Set<string>> {
  const { tx, ctx, ledger } = batch;
  const ids = revisions.map(({ before }) => String(before.row.id));
  const wanted = await withProducts(batch, revisions, ids);
  const there = await linesFor(tx, ctx, [...wanted.keys()]);
  const differing = [...wanted].filter(([id, lines]) => !isSame(there.get(id) ?? [], lines));
  for (const [id] of differing) ledger.lines = { ...ledger.lines, [id]: there.get(id) ?? [] };
  await replaceAllLines(tx, ctx, new Map(differing));
  return new Set(differing.map(([id]) => id));
}

/** Lines by the records they are for, with the products there are: one that is not here leaves its line as it is. */
async function withProducts(batch: Batch, rows: readonly Row[], ids: readonly string[]) {
  const lines = new Map<string, LineContent[]>();
  rows.forEach((row, place) => {
    const mine = linesIn(row);
    const id = ids[place];
    if (mine && id) lines.set(id, mine);
  });
  const told = [...lines.values()].flat().flatMap(({ productId }) => productId ?? []);
  const products = await knownRecords(batch.tx, batch.ctx, "product", told, { trash: true });
  for (const [id, all] of lines)
    lines.set(
      id,
      all.map((line) => ({ ...line, productId: products.get(line.productId ?? "") ?? null })),
    );
  return lines;
}

function isSame(one: readonly LineContent[], other: readonly LineContent[]): boolean {
  const plain = (lines: readonly LineContent[]) =>
    JSON.stringify(lines.map((line) => Object.entries(line).toSorted(([a], [b]) => (a < b ? -1 : 1))));
  return plain(one) === plain(other);
}
