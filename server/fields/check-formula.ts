import type { z } from "zod";
import { authorize, type Context, inOrganization } from "@/server/platform";
import { catalog } from "./catalog";
import type { CheckFormula } from "./contract";
import { formulaName, mistakeOf } from "./formula";

/** A formula looked at while it is written: its mistake, if any, and the names it may use with their fields' keys. */
export async function checkFormula(
  ctx: Context,
  { entity, listId, formula, returns }: z.output<typeof CheckFormula>,
): Promise<{ mistake: string | null; names: { name: string; key: string }[] }> {
  authorize(ctx, "fields.edit");
  return inOrganization(ctx, async (tx) => {
    const fields = (await catalog(ctx, tx, entity, listId)).filter((field) => field.type !== "formula");
    return {
      mistake: formula.trim() ? mistakeOf(formula, returns, fields) : null,
      names: fields.map(({ key }) => ({ name: formulaName(key), key })),
    };
  });
}
