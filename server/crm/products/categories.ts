import { and, asc, eq } from "drizzle-orm";
import type { z } from "zod";
import { product, productCategory } from "@/db/schema/crm-products";
import {
  AppError,
  assertReference,
  authorize,
  type Context,
  inOrganization,
  joining,
  recordEvent,
  type Transaction,
} from "@/server/platform";
import { type Category, type CategoryId, SaveCategory } from "./contract";
import { categoryRemoved, categorySaved } from "./events";

const shape = {
  id: productCategory.id,
  name: productCategory.name,
  parentId: productCategory.parentId,
  position: productCategory.position,
};

/** The catalogue's branches by name, parents and children alike. */
export async function listCategories(ctx: Context): Promise<Category[]> {
  authorize(ctx, "product.view");
  return categoriesOf(ctx);
}

/** The same, for whoever names branches without looking at the catalogue. */
export function categoriesOf(ctx: Context): Promise<Category[]> {
  return inOrganization(ctx, (tx) => readCategories(tx, ctx));
}

/** The same as choices of a field, each branch followed by its own. */
export async function categoryChoices(
  ctx: Context,
  tx: Transaction,
): Promise<{ id: string; name: string }[]> {
  const all = await readCategories(tx, ctx);
  const below = (parent: string | null): Category[] =>
    all.filter(({ parentId }) => parentId === parent).flatMap((one) => [one, ...below(one.id)]);
  return below(null).map(({ id, name }) => ({ id, name }));
}

/** Adds a branch, or renames and moves one. @throws CATEGORY_LOOP, INVALID at `parentId`, NOT_FOUND */
export async function saveCategory(ctx: Context, input: SaveCategory): Promise<Category> {
  authorize(ctx, "product.edit");
  const { id: given, name, parentId } = SaveCategory.parse(input);
  return inOrganization(ctx, async (tx) => {
    const all = await readCategories(tx, ctx, "locked");
    if (given && !all.some(({ id }) => id === given)) throw new AppError("NOT_FOUND");
    if (parentId && !all.some(({ id }) => id === parentId))
      throw new AppError("INVALID", {}, { field: "parentId" });
    const id = given ?? ctx.newId();
    if (isInside(all, parentId, id)) throw new AppError("CATEGORY_LOOP", {}, { field: "parentId" });
    const values = { name, parentId, updatedAt: ctx.now() };
    await tx
      .insert(productCategory)
      .values({ ...values, organizationId: ctx.organizationId, id, createdAt: ctx.now() })
      .onConflictDoUpdate({ target: [productCategory.organizationId, productCategory.id], set: values });
    await recordEvent(tx, ctx, categorySaved, { recordId: id, data: { name, parentId } });
    return { id, name, parentId, position: 0 };
  });
}

/** Removes a branch; what was in it moves up to where it stood. @throws NOT_FOUND */
export async function removeCategory(
  ctx: Context,
  { categoryId }: z.output<typeof CategoryId>,
): Promise<void> {
  authorize(ctx, "product.edit");
  await inOrganization(ctx, async (tx) => {
    const gone = (await readCategories(tx, ctx, "locked")).find(({ id }) => id === categoryId);
    if (!gone) throw new AppError("NOT_FOUND");
    const { organizationId } = ctx;
    await tx
      .update(product)
      .set({ categoryId: gone.parentId })
      .where(and(eq(product.organizationId, organizationId), eq(product.categoryId, categoryId)));
    await tx
      .update(productCategory)
      .set({ parentId: gone.parentId })
      .where(
        and(eq(productCategory.organizationId, organizationId), eq(productCategory.parentId, categoryId)),
      );
    await tx
      .delete(productCategory)
      .where(and(eq(productCategory.organizationId, organizationId), eq(productCategory.id, categoryId)));
    await recordEvent(tx, ctx, categoryRemoved, { recordId: categoryId, data: { name: gone.name } });
  });
}

/** Removes a branch unless something is in it, or it is gone already. */
export async function removeUnusedCategory(
  ctx: Context,
  { categoryId }: z.output<typeof CategoryId>,
): Promise<void> {
  await inOrganization(ctx, async (tx) => {
    const all = await readCategories(tx, ctx, "locked");
    const mine = and(eq(product.organizationId, ctx.organizationId), eq(product.categoryId, categoryId));
    const isUsed =
      all.some(({ parentId }) => parentId === categoryId) || (await tx.$count(product, mine)) > 0;
    if (isUsed || !all.some(({ id }) => id === categoryId)) return;
    await removeCategory(joining(ctx, tx), { categoryId });
  });
}

/** @throws INVALID at `categoryId` when the branch is not one of the organization's */
export function assertCategory(tx: Transaction, ctx: Context, id: string | null | undefined): Promise<void> {
  return assertReference(tx, ctx, { table: productCategory, field: "categoryId" }, id);
}

/** A branch and everything below it. */
export function withinCategory(all: readonly Category[], id: string): string[] {
  return all.filter((one) => isInside(all, one.id, id)).map((one) => one.id);
}

async function readCategories(tx: Transaction, ctx: Context, lock?: "locked"): Promise<Category[]> {
  const all = tx
    .select(shape)
    .from(productCategory)
    .where(eq(productCategory.organizationId, ctx.organizationId))
    .orderBy(asc(productCategory.name), asc(productCategory.id));
  return lock ? all.for("update") : all;
}

// Walks up from a branch; a tree has at most as many floors as branches.
function isInside(all: readonly Category[], id: string | null, root: string): boolean {
  let at = id;
  for (let floor = 0; at && floor <= all.length; floor++) {
    if (at === root) return true;
    at = all.find((one) => one.id === at)?.parentId ?? null;
  }
  return false;
}
