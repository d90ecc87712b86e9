import { contactPointsFor } from "@/server/crm/records";
import type { ContactPoint } from "@/server/crm/records/contract";
import type { Field } from "@/server/fields";
import type { Context } from "@/server/platform";
import { pointColumns, reachedEntities } from "../contract";
import { type HumanCell, humanCell } from "./human-values";
import type { Export, Page } from "./pages";

/** A column of an export for people: a field, or what records have besides. */
export type Column = {
  label: { en: string; ru: string };
  field: Field | null;
  read(record: Page["records"][number], around: Around): HumanCell;
};

type Around = { names: Page["names"]; points: ReadonlyMap<string, readonly ContactPoint[]> };

/** The columns wanted, in order; all of them unless some are named. */
export function columnsOf(ctx: Context, out: Export, wanted: readonly string[] | undefined): Column[] {
  const fields = out.fields.map((field) => [field.key, fieldColumn(ctx, out, field)] as const);
  const more = reachedEntities.includes(out.entity)
    ? pointColumns.map((one) => [one.key, pointColumn(one)] as const)
    : [];
  // Of one key the field counts.
  const all = new Map<string, Column>([
    ...fields,
    ...more.filter(([key]) => !out.fields.some((one) => one.key === key)),
  ]);
  return wanted ? wanted.flatMap((key) => all.get(key) ?? []) : [...all.values()];
}

/** A page's records as rows of these columns. */
export async function rowsOf(
  ctx: Context,
  columns: readonly Column[],
  { records, names }: Page,
): Promise<HumanCell[][]> {
  const ids = records.map((one) => one.id);
  const asked = columns.some(({ field }) => field === null);
  const points = asked ? await contactPointsFor(ctx, ids) : new Map<string, ContactPoint[]>();
  return records.map((record) => columns.map((column) => column.read(record, { names, points })));
}

function fieldColumn(ctx: Context, { currencyOf }: Export, field: Field): Column {
  return {
    label: field.label,
    field,
    read: ({ values }, { names }) =>
      humanCell(ctx, field, values[field.key], { names, currency: currencyOf(values) }),
  };
}

function pointColumn({ label, kind }: (typeof pointColumns)[number]): Column {
  return {
    label,
    field: null,
    read({ id, values }, { points }) {
      // What a field of the record says is not said again.
      const shown = new Set([values.phone, values.email, values.site]);
      const others = (points.get(id) ?? []).filter((one) => one.kind === kind && !shown.has(one.value));
      return others.length > 0 ? others.map((one) => one.value).join("; ") : null;
    },
  };
}
