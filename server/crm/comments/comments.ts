import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { comment } from "@/db/schema/crm";
import {
  AppError,
  authorize,
  type Context,
  type Entity,
  inOrganization,
  insertAll,
  recordEvent,
  recordEvents,
  type Transaction,
} from "@/server/platform";
import { subjectOf } from "../registry";
import { type AddComment, type CommentId, type EditComment, mentionsIn } from "./contract";
import { commentAdded, commentEdited, commentRemoved } from "./events";
import { readMentions } from "./mentions";

/** Says something on a record; whoever may see it may comment. @throws NOT_FOUND, FORBIDDEN for robots */
export async function addComment(ctx: Context, input: z.output<typeof AddComment>): Promise<{ id: string }> {
  return inOrganization(ctx, async (tx) => {
    const subject = await subjectOf(tx, ctx, input.recordId);
    if (!ctx.member) throw new AppError("FORBIDDEN");
    const mentions = await readMentions(tx, ctx, subject, input.text);
    const id = ctx.newId();
    await tx.insert(comment).values({
      organizationId: ctx.organizationId,
      id,
      recordId: subject.id,
      authorId: ctx.member.id,
      text: input.text,
    });
    await recordEvent(tx, ctx, commentAdded, {
      recordId: subject.id,
      entity: subject.entity,
      data: { commentId: id, text: input.text, mentions },
    });
    return { id };
  });
}

/** Says one's own comment anew; who is mentioned only now is told. @throws NOT_FOUND, FORBIDDEN for others' */
export async function editComment(ctx: Context, { commentId, text }: EditComment): Promise<void> {
  await inOrganization(ctx, async (tx) => {
    const row = await lockComment(tx, ctx, commentId);
    const subject = await subjectOf(tx, ctx, row.recordId);
    if (row.authorId !== ctx.member?.id) throw new AppError("FORBIDDEN");
    if (row.text === text) return;
    const before = mentionsIn(row.text);
    const mentions = (await readMentions(tx, ctx, subject, text)).filter((id) => !before.includes(id));
    await tx
      .update(comment)
      .set({ text, editedAt: ctx.now(), updatedAt: ctx.now() })
      .where(liveComment(ctx, commentId));
    await recordEvent(tx, ctx, commentEdited, {
      recordId: subject.id,
      entity: subject.entity,
      data: { commentId, text, mentions },
    });
  });
}

/** Takes one's own comment back; others' take the right to delete the record. @throws NOT_FOUND, FORBIDDEN */
export async function removeComment(ctx: Context, { commentId }: z.output<typeof CommentId>): Promise<void> {
  await inOrganization(ctx, async (tx) => {
    const row = await lockComment(tx, ctx, commentId);
    const subject = await subjectOf(tx, ctx, row.recordId);
    if (row.authorId !== ctx.member?.id) authorize(ctx, `${subject.entity}.delete`, subject);
    await tx.update(comment).set({ deletedAt: ctx.now() }).where(liveComment(ctx, commentId));
    await recordEvent(tx, ctx, commentRemoved, {
      recordId: subject.id,
      entity: subject.entity,
      data: { commentId },
    });
  });
}

/** Writes what an import's rows say in notes as comments of the member who imports, on records it has just made. */
export async function insertComments(
  tx: Transaction,
  ctx: Context,
  entity: Entity,
  all: readonly { recordId: string; text: string }[],
  options: { muted: boolean },
): Promise<void> {
  const authorId = ctx.member?.id;
  if (!authorId) throw new AppError("FORBIDDEN");
  const now = ctx.now();
  const written = all.map((one) => ({ id: ctx.newId(), ...one }));
  await insertAll(
    tx,
    comment,
    written.map((one) => ({
      organizationId: ctx.organizationId,
      authorId,
      ...one,
      createdAt: now,
      updatedAt: now,
    })),
  );
  await recordEvents(
    tx,
    ctx,
    commentAdded,
    written.map(({ id, recordId, text }) => ({ recordId, entity, data: { commentId: id, text } })),
    options,
  );
}

async function lockComment(tx: Transaction, ctx: Context, commentId: string) {
  const [row] = await tx.select().from(comment).where(liveComment(ctx, commentId)).for("update");
  if (!row) throw new AppError("NOT_FOUND");
  return row;
}

function liveComment(ctx: Context, commentId: string) {
  return and(
    eq(comment.organizationId, ctx.organizationId),
    eq(comment.id, commentId),
    isNull(comment.deletedAt),
  );
}
