import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { comment } from "@/db/schema/crm";
import { AppError, authorize, type Context, inOrganization, joining, recordEvent } from "@/server/platform";
import { getDeal } from "../deals";
import type { AddComment, CommentId } from "./contract";
import { commentAdded, commentRemoved } from "./events";

/** Says something on a deal; whoever may see the deal may comment. @throws NOT_FOUND, FORBIDDEN for robots */
export async function addComment(ctx: Context, input: z.output<typeof AddComment>): Promise<{ id: string }> {
  return inOrganization(ctx, async (tx) => {
    const deal = await getDeal(joining(ctx, tx), input);
    authorize(ctx, "deal.view", deal);
    if (!ctx.member) throw new AppError("FORBIDDEN");
    const id = ctx.newId();
    await tx.insert(comment).values({
      organizationId: ctx.organizationId,
      id,
      dealId: deal.id,
      authorId: ctx.member.id,
      text: input.text,
    });
    await recordEvent(tx, ctx, commentAdded, {
      recordId: deal.id,
      data: { commentId: id, text: input.text },
    });
    return { id };
  });
}

/** Takes one's own comment back; others' take `deal.delete`. @throws NOT_FOUND, FORBIDDEN */
export async function removeComment(ctx: Context, { commentId }: z.output<typeof CommentId>): Promise<void> {
  await inOrganization(ctx, async (tx) => {
    const mine = and(
      eq(comment.organizationId, ctx.organizationId),
      eq(comment.id, commentId),
      isNull(comment.deletedAt),
    );
    const [row] = await tx.select().from(comment).where(mine).for("update");
    if (!row) throw new AppError("NOT_FOUND");
    const deal = await getDeal(joining(ctx, tx), { dealId: row.dealId });
    if (row.authorId !== ctx.member?.id) authorize(ctx, "deal.delete", deal);
    await tx.update(comment).set({ deletedAt: ctx.now() }).where(mine);
    await recordEvent(tx, ctx, commentRemoved, { recordId: deal.id, data: { commentId } });
  });
}
