import { authorize, type Context, inOrganization } from "@/server/platform";
import { arranged } from "./arranged";
import { assertList } from "./assert-list";
import { catalog } from "./catalog";
import { type FieldLayout, FieldLayoutOf } from "./contract";
import { storedLayout } from "./layout-rows";

/** How the fields of an entity, or of one of the organization's lists, are arranged: sections without a field too. */
export async function getFieldLayout(ctx: Context, input: FieldLayoutOf): Promise<FieldLayout> {
  const of = FieldLayoutOf.parse(input);
  authorize(ctx, `${of.entity}.view`);
  return inOrganization(ctx, async (tx) => {
    await assertList(tx, ctx, of);
    const { version, sections } = await storedLayout(tx, ctx, of);
    return { version, sections: arranged(sections, await catalog(ctx, tx, of.entity, of.listId)) };
  });
}
