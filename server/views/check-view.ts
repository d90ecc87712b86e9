import { catalog, resolveFilter } from "@/server/fields";
import type { FieldType, Filter } from "@/server/filter";
import { AppError, type Context, type Entity, type Transaction } from "@/server/platform";
import type { ViewSort } from "./contract";

type Kept = {
  filter?: Filter | null | undefined;
  sort?: ViewSort | null | undefined;
  groupBy?: string | null | undefined;
};

const groupable: readonly FieldType[] = [
  "list",
  "member",
  "stage",
  "pipeline",
  "source",
  "loss_reason",
  "checkbox",
];

/** What a view asks for has to be askable when it is saved. @throws FILTER_INVALID, INVALID at `sort` or `groupBy` */
export async function checkView(tx: Transaction, ctx: Context, entity: Entity, view: Kept): Promise<void> {
  if (view.filter) await resolveFilter(ctx, tx, entity, view.filter);
  if (!view.sort && !view.groupBy) return;
  const fields = await catalog(ctx, tx, entity);
  const field = (key: string) => fields.find((one) => one.key === key);
  if (view.sort && !field(view.sort.field)?.sortable) {
    throw new AppError("INVALID", { name: view.sort.field }, { field: "sort" });
  }
  const group = view.groupBy ? field(view.groupBy) : null;
  if (view.groupBy && !(group?.filterable && groupable.includes(group.type))) {
    throw new AppError("INVALID", { name: view.groupBy }, { field: "groupBy" });
  }
}
