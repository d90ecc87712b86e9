import { and, desc, eq, isNull } from "drizzle-orm";
import { lineItem } from "@/db/schema/crm-line-items";
import { record } from "@/db/schema/crm-records";
import { getProduct } from "@/server/crm/products";
import { visibleAmong } from "@/server/crm/registry";
import { type Context, inOrganization, joining } from "@/server/platform";
import { mostUses, type ProductUse } from "./contract";

/** So many are looked at to name those the actor may see. */
const looked = 200;

/** The newest deals and invoices with the product among their lines that the actor may see. @throws NOT_FOUND */
export async function productUses(
  ctx: Context,
  { productId }: { productId: string },
): Promise<{ uses: ProductUse[]; more: boolean }> {
  return inOrganization(ctx, async (tx) => {
    await getProduct(joining(ctx, tx), { productId });
    const rows = await tx
      .selectDistinct({ id: lineItem.recordId })
      .from(lineItem)
      .innerJoin(
        record,
        and(eq(record.organizationId, lineItem.organizationId), eq(record.id, lineItem.recordId)),
      )
      .where(
        and(
          eq(lineItem.organizationId, ctx.organizationId),
          eq(lineItem.productId, productId),
          isNull(record.deletedAt),
        ),
      )
      .orderBy(desc(lineItem.recordId))
      .limit(looked);
    const ids = rows.map(({ id }) => id);
    const seen = await visibleAmong(tx, ctx, ids);
    const uses = ids.flatMap((id) => seen.get(id) ?? []);
    return { uses: uses.slice(0, mostUses), more: uses.length > mostUses };
  });
}
