import { and, desc, eq } from "drizzle-orm";
import { generateKeyBetween } from "fractional-indexing";
import { source } from "@/db/schema/pipelines";
import { AppError, authorize, type Context, inOrganization } from "@/server/platform";

/** Adds a source that enquiries come from, behind the others. */
export async function createSource(ctx: Context, { name }: { name: string }): Promise<{ id: string }> {
  authorize(ctx, "pipeline.edit");
  return inOrganization(ctx, async (tx) => {
    const [last] = await tx
      .select({ position: source.position })
      .from(source)
      .where(eq(source.organizationId, ctx.organizationId))
      .orderBy(desc(source.position))
      .limit(1);
    const id = ctx.newId();
    await tx.insert(source).values({
      organizationId: ctx.organizationId,
      id,
      name,
      position: generateKeyBetween(last?.position ?? null, null),
    });
    return { id };
  });
}

/** Takes a source out of the pickers; deals that carry it keep it. @throws NOT_FOUND */
export async function archiveSource(ctx: Context, { id }: { id: string }): Promise<void> {
  authorize(ctx, "pipeline.edit");
  await inOrganization(ctx, async (tx) => {
    const [gone] = await tx
      .update(source)
      .set({ archivedAt: ctx.now() })
      .where(and(eq(source.organizationId, ctx.organizationId), eq(source.id, id)))
      .returning({ id: source.id });
    if (!gone) throw new AppError("NOT_FOUND");
  });
}
