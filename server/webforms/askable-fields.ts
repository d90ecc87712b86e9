import { customFields } from "@/server/fields";
import { authorize, type Context, inOrganization, type Transaction } from "@/server/platform";
import type { AskableField } from "./contract";
import { target } from "./target";

/** Types that a stranger can fill in: nobody else's records, members or files. */
const askable = ["text", "url", "number", "date", "list", "multi_list", "checkbox"];

/** The organization's own fields that a form can ask for. */
export async function askableFields(ctx: Context): Promise<AskableField[]> {
  authorize(ctx, "forms.edit");
  const fields = await inOrganization(ctx, (tx) => askableCustom(tx, ctx));
  return fields.map(({ key, label, type }) => ({ key, label, type }));
}

/** Their definitions. */
export async function askableCustom(tx: Transaction, ctx: Context) {
  const fields = await customFields(ctx, tx);
  return fields.filter(
    (field) => field.entity === target && field.archivedAt === null && askable.includes(field.type),
  );
}
