import { invariant } from "@/server/platform/errors";
import type { ColumnMapping, Mapping, TargetField } from "../contract";
import type { SourceRow } from "../read/table";
import { pointLabel } from "../recognise/point-label";
import type { MoneyValue } from "../values/money";
import type { Parse } from "../values/parsed";
import type { Part, Parts } from "../values/parts";
import { type Labels, labelKey, type PhoneValue, samePhone } from "../values/phones";
import { cellParser, type Surroundings } from "./cell-parser";
import { DuplicateKeys } from "./duplicate-keys";
import { PlanCounts } from "./plan-counts";
import type { CellNotice, CellProblem, PlannedRow } from "./planned-row";
import { type ColumnStyle, StyleEvidence } from "./styles";

export type PlanSettings = Surroundings & {
  fields: readonly TargetField[];
  mapping: Mapping;
  /** What the columns are called: a phone's says whether it is the work one. */
  header?: readonly string[];
  /** From `gatherStyles`; without it the first rows tell. */
  styles?: Map<number, ColumnStyle>;
};

type Column = { index: number; field: TargetField; parse: Parse; label: string | null };

const FIRST_ROWS = 1000;
const NAMES: Part = "names";
const none: readonly never[] = [];

/**
 * Reads every row into typed values by the mapping, as they stream. Columns of one field are put together when it takes
 * many, else the last that is not blank counts. `counts` grows with the rows: rows = imported + rejected.
 */
export function planRows(
  rows: AsyncIterable<SourceRow>,
  settings: PlanSettings,
): { rows: AsyncGenerator<PlannedRow>; counts: PlanCounts } {
  const counts = new PlanCounts();
  return { rows: plan(rows, settings, counts), counts };
}

async function* plan(rows: AsyncIterable<SourceRow>, settings: PlanSettings, counts: PlanCounts) {
  const keys = new DuplicateKeys();
  let planner = settings.styles ? rowPlanner(settings, settings.styles, keys) : null;
  const evidence = new StyleEvidence(settings.mapping, settings.fields);
  let held: SourceRow[] = [];
  for await (const row of rows) {
    if (!planner) {
      evidence.add(row);
      held.push(row);
      if (held.length < FIRST_ROWS) continue;
      planner = rowPlanner(settings, evidence.styles(settings.language), keys);
      for (const one of held) yield counts.add(planner(one));
      held = [];
      continue;
    }
    yield counts.add(planner(row));
  }
  planner ??= rowPlanner(settings, evidence.styles(settings.language), keys);
  for (const row of held) yield counts.add(planner(row));
}

function rowPlanner(settings: PlanSettings, styles: Map<number, ColumnStyle>, keys: DuplicateKeys) {
  const fields = new Map(settings.fields.map((field) => [field.key, field]));
  let pipelineId: string | null = null;
  let names: Parts["names"] = {};
  const ofRow = {
    pipelineOf: () => pipelineId,
    nameOf: (id: string) => (Object.hasOwn(names, id) ? names[id] : undefined),
  };
  const columns = settings.mapping
    .map((one) => column(one))
    .toSorted((a, b) => rank(a.field) - rank(b.field));
  const required = settings.fields.filter((field) => field.required);

  function column(mapped: ColumnMapping): Column {
    const field = fields.get(mapped.field);
    invariant(field, `a column is mapped to the unknown field ${mapped.field}`);
    const style = styles.get(mapped.column);
    const parse = cellParser(field, mapped, { ...settings, ...ofRow, style });
    const label = labelled.has(field.type) ? pointLabel(settings.header?.[mapped.column] ?? "") : null;
    return { index: mapped.column, field, parse, label };
  }

  return function planRow({ line, cells, fault }: SourceRow): PlannedRow {
    const values: Record<string, unknown> = {};
    if (fault !== null) return { line, values, errors: none, warnings: none, fault, cells };
    let errors: CellProblem[] | null = null;
    let warnings: CellNotice[] | null = null;
    let currency: string | null = null;
    pipelineId = null;
    names = {};
    for (const { index, field, parse, label } of columns) {
      const cell = cells[index];
      if (cell === undefined || cell === "") continue;
      const found = parse(cell);
      if (found.kind === "refused") {
        errors ??= [];
        errors.push({ column: index, field: field.key, code: found.code });
        continue;
      }
      if (found.warning) {
        warnings ??= [];
        warnings.push({ column: index, field: field.key, code: found.warning });
      }
      if (found.kind === "blank") continue;
      if (field.type === "pipeline") pipelineId = found.value as string;
      if (field.type === "currency") currency = found.value as string;
      if (field.key === NAMES) names = found.value as Parts["names"];
      if (label !== null) note(values, field, found.value, label);
      values[field.key] =
        field.many && values[field.key] !== undefined
          ? together(values[field.key], found.value)
          : many(field, found.value);
    }
    for (const { field } of columns)
      if (field.type === "money" || field.type === "minor")
        inCurrency(values[field.key], currency ?? settings.currency);
    for (const field of required)
      if (values[field.key] === undefined && !errors?.some((one) => one.field === field.key)) {
        errors ??= [];
        const at = columns.find((one) => one.field === field)?.index ?? null;
        errors.push({ column: at, field: field.key, code: "REQUIRED" });
      }
    if (errors === null)
      for (const { index, field } of columns) {
        const first = keys.seen(field, values[field.key], line);
        if (first === null) continue;
        warnings ??= [];
        warnings.push({ column: index, field: field.key, code: "DUPLICATE_IN_FILE", line: first });
      }
    return { line, values, errors: errors ?? none, warnings: warnings ?? none, fault: null, cells };
  };
}

// A stage is looked for in the row's pipeline, and all by what the row says its ids are called.
function rank(field: TargetField): number {
  if (field.key === NAMES) return 0;
  return field.type === "pipeline" ? 1 : 2;
}

const labelled = new Set<TargetField["type"]>(["phones", "emails", "messengers"]);

// Beside the values: `contact.labels` of `contact.phones`. What two columns name goes by the first.
function note(values: Record<string, unknown>, { key }: TargetField, value: unknown, label: string): void {
  const at = `${key.slice(0, key.lastIndexOf(".") + 1)}labels`;
  const labels = (values[at] as Labels | undefined) ?? new Map<string, string>();
  for (const one of [value].flat() as (PhoneValue | string)[]) {
    const point = labelKey(one);
    if (!labels.has(point)) labels.set(point, label);
  }
  values[at] = labels;
}

function many(field: TargetField, value: unknown): unknown {
  return field.many && !Array.isArray(value) ? [value] : value;
}

function together(before: unknown, value: unknown): unknown[] {
  const all = Array.isArray(before) ? [...before] : [before];
  for (const one of Array.isArray(value) ? value : [value])
    if (!all.some((known) => same(known, one))) all.push(one);
  return all;
}

// Of what a field takes many of, only phones are objects.
function same(one: unknown, other: unknown): boolean {
  if (typeof one !== "object" || typeof other !== "object") return one === other;
  return samePhone(one as PhoneValue, other as PhoneValue);
}

function inCurrency(money: unknown, currency: string): void {
  if (money === undefined) return;
  const one = money as MoneyValue;
  one.currency ??= currency;
}
