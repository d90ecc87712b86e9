import { product } from "@/db/schema/crm-products";
import { registerRecord } from "@/server/crm/records";
import { keepFiles, readNewCustom } from "@/server/fields";
import { fold } from "@/server/filter";
import { assertMember } from "@/server/identity";
import { authorize, type Context, inOrganization, invariant, recordEvent } from "@/server/platform";
import { assertCategory } from "./categories";
import { CreateProduct, type Product } from "./contract";
import { productCreated } from "./events";
import { productShape } from "./product-type";
import { assertFreeSku } from "./sku";

/** Adds a product to the catalogue; its owner is the creator unless another is named. @throws SKU_TAKEN, INVALID */
export async function createProduct(
  ctx: Context,
  input: CreateProduct,
  { isSample = false }: { isSample?: boolean } = {},
): Promise<Product> {
  const { custom, ...values } = CreateProduct.parse(input);
  const ownerId = values.ownerId === undefined ? (ctx.member?.id ?? null) : values.ownerId;
  authorize(ctx, "product.create", { ownerId });
  return inOrganization(ctx, async (tx) => {
    await assertCategory(tx, ctx, values.categoryId);
    await assertMember(tx, ctx, ownerId);
    await assertFreeSku(tx, ctx, values.sku, null);
    const own = await readNewCustom(ctx, tx, "product", custom);
    const id = ctx.newId();
    const others = values.sku ? [fold(values.sku)] : [];
    await registerRecord(tx, ctx, { id, entity: "product", title: values.name, others });
    await keepFiles(tx, ctx, id, own.files);
    const [created] = await tx
      .insert(product)
      .values({
        ...own.slots,
        ...values,
        ...{ id, ownerId, isSample, custom: own.custom },
        organizationId: ctx.organizationId,
        nameLower: fold(values.name),
        unit: values.unit ?? "pcs",
        currency: values.currency ?? ctx.currency,
        createdAt: ctx.now(),
        updatedAt: ctx.now(),
      })
      .returning(productShape);
    invariant(created, "an insert returns its row");
    await recordEvent(tx, ctx, productCreated, {
      ...{ recordId: id, version: 1 },
      data: { title: created.name, ownerId: created.ownerId },
    });
    return created;
  });
}
