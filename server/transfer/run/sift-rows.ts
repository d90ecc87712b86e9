import { ownerOf, takeImages } from "@/server/crm/records";
import { recordTypeOf } from "@/server/crm/registry";
import { type CustomChanges, type CustomReader, isCustomKey } from "@/server/fields";
import { fold, plainText } from "@/server/filter";
import { AppError, may } from "@/server/platform";
import type { BatchLedger, DuplicateKey, Mapping, TargetField } from "../contract";
import type { Around } from "../jobs/surroundings";
import { isAccepted, type PlannedRow } from "../plan/planned-row";
import type { Draft, Fault, Revision } from "../targets/draft";
import { emailsIn, phoneKeyOf, phonesIn } from "../targets/reach";
import type { Target } from "../targets/target";
import type { Batch } from "./batch";
import { customInput } from "./custom-input";
import { recordsBehind } from "./known";
import { linkedRecords } from "./linked-records";

export type Sifted = { creates: Draft[]; updates: Revision[] };

type Settings = { target: Target; around: Around; mapping: Mapping; dryRun?: { seen: Set<string> } };
type Faults = BatchLedger["rejected"][number]["errors"];

/**
 * Decides what becomes of each row: a new record, a change of one there is, nothing, or a refusal with its reason. Rows
 * of one key within the batch are one record, the later row laid over the earlier.
 */
export async function siftRows(
  batch: Batch,
  rows: readonly PlannedRow[],
  settings: Settings,
): Promise<Sifted> {
  const { target, around, mapping } = settings;
  const { ctx, tx, options, ledger } = batch;
  const columnOf = new Map(mapping.map(({ field, column }) => [field, column]));
  const reader = await batch.custom(target.entity);
  const reject = (line: number, errors: Faults) => {
    ledger.rejected.push({ line, errors });
  };
  const refuse = (line: number, field: string | null, code: string) =>
    reject(line, [{ column: columnOf.get(field ?? "") ?? null, field, code }]);

  const sound: PlannedRow[] = [];
  const linkedValues = await linkedRecords(batch, settings, rows);
  for (const row of rows) {
    if (row.fault !== null) reject(row.line, [{ column: null, field: null, code: row.fault }]);
    else if (!isAccepted(row))
      reject(
        row.line,
        row.errors.map(({ column, field, code }) => ({ column, field, code })),
      );
    else {
      const linked = linkedValues(row.values);
      const fault = target.fault(row.values, options, around) ?? linked.fault;
      if (fault) refuse(row.line, fault.field, fault.code);
      else sound.push({ ...row, values: linked.values });
    }
  }

  const keyed = sound.map((row) => ({ row, keys: keysOf(target, row.values, options.key) }));
  const known =
    options.duplicates === "create"
      ? new Map<string, string>()
      : await recordsBehind(
          batch,
          target,
          keyed.flatMap(({ keys }) => keys),
        );
  const images = await takeImages(tx, ctx, recordTypeOf(target.entity), [...new Set(known.values())]);
  const creates = new Map<string, Draft>();
  const updates = new Map<string, Revision>();
  const counted = new Map<number, "created" | "updated">();
  const count = (line: number, as: "created" | "updated") => {
    counted.set(line, as);
    ledger.counts[as] += 1;
  };
  for (const { row, keys } of keyed) settle(row, keys);
  const conflicts = await target.conflicts?.(batch, [...updates.values(), ...creates.values()]);
  if (conflicts) for (const all of [creates, updates] as Map<string, Draft>[]) withdraw(all, conflicts);
  return { creates: [...creates.values()], updates: [...updates.values()] };

  function settle(row: PlannedRow, keys: readonly string[]): void {
    const { line, values } = row;
    const place = keys[0] ?? `line ${line}`;
    const id = keys.map((key) => known.get(key)).find((one) => one !== undefined);
    const twin = options.duplicates === "create" ? undefined : creates.get(place);
    const seen = settings.dryRun?.seen.has(place) ?? false;
    const before = id === undefined ? undefined : images.get(id);
    if ((before || twin || seen) && options.duplicates === "skip") {
      ledger.counts.skipped += 1;
      return;
    }
    if (before) {
      const ownerId = ownerOf(before);
      if (ctx.member && !may(ctx.member, `${target.entity}.edit`, { ownerId }))
        return refuse(line, null, "NOT_YOURS");
      const laid = updates.get(String(before.row.id));
      const merged = { ...laid?.values, ...values };
      const misfit = target.misfit?.(merged, before, around);
      if (misfit) return refuse(line, misfit.field, misfit.code);
      const custom = readCustom(merged, before.row.custom as Record<string, unknown>);
      if (typeof custom === "string") return refuse(line, custom, "VALUE_REFUSED");
      const earlier = laid ? [...laid.earlier, laid.line] : [];
      updates.set(String(before.row.id), { line, earlier, values: merged, ownerId, custom, before });
      count(line, "updated");
      return;
    }
    const merged = { ...twin?.values, ...values };
    const ownerId = (merged.ownerId as string | undefined) ?? options.ownerId;
    if (ctx.member && !may(ctx.member, `${target.entity}.create`, { ownerId }))
      return refuse(line, "ownerId", "NOT_YOURS");
    const custom = readCustom(merged, null);
    if (typeof custom === "string") return refuse(line, custom, "VALUE_REFUSED");
    creates.set(options.duplicates === "create" ? `line ${line}` : place, {
      line,
      earlier: twin ? [...twin.earlier, twin.line] : [],
      values: merged,
      ownerId,
      custom,
    });
    count(line, twin || seen ? "updated" : "created");
    if (options.duplicates !== "create") settings.dryRun?.seen.add(place);
  }

  function withdraw(drafts: Map<string, Draft>, faults: Map<number, Fault>): void {
    for (const [key, { line, earlier }] of drafts) {
      const fault = faults.get(line);
      if (!fault) continue;
      drafts.delete(key);
      for (const one of [...earlier, line]) {
        refuse(one, fault.field, fault.code);
        const as = counted.get(one);
        if (as) ledger.counts[as] -= 1;
        if (as === "created") settings.dryRun?.seen.delete(key);
      }
    }
  }

  function readCustom(values: Record<string, unknown>, before: Record<string, unknown> | null) {
    return readOwn(reader, around.fields, values, before, ctx.currency);
  }
}

/** The keys of a row of the kind chosen. */
function keysOf(target: Target, values: Record<string, unknown>, kind: DuplicateKey): string[] {
  if (kind === "externalId")
    return values.externalId === undefined ? [] : [`i:${plainText(values.externalId)}`];
  if (kind === "email") return emailsIn(values).map((email) => `e:${email.toLowerCase()}`);
  if (kind === "phone") return phonesIn(values).map((phone) => `p:${phoneKeyOf(phone)}`);
  if (kind === "taxId")
    return values.taxId === undefined ? [] : [`t:${plainText(values.taxId).toLowerCase()}`];
  if (kind === "sku") return values.sku === undefined ? [] : [`s:${plainText(values.sku)}`];
  const name = target.name(values);
  return name === "" ? [] : [`n:${fold(name)}`];
}

/** The organization's own values of a row as they are kept; the key of the field that refused. */
function readOwn(
  reader: CustomReader,
  fields: readonly TargetField[],
  values: Record<string, unknown>,
  before: Record<string, unknown> | null,
  currency: string,
): CustomChanges | string {
  const input: Record<string, unknown> = {};
  for (const field of fields)
    if (isCustomKey(field.key) && values[field.key] !== undefined)
      input[field.key] = customInput(field, values[field.key], currency);
  try {
    return reader.read(input, before);
  } catch (error) {
    if (error instanceof AppError) return error.field ?? "";
    throw error;
  }
}
