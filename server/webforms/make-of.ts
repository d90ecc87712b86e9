import { and, eq, sql } from "drizzle-orm";
import { webform, webformSubmission } from "@/db/schema/webforms";
import { findMember } from "@/server/identity";
import { notifyMember } from "@/server/notifications";
import {
  AppError,
  type Context,
  eventLog,
  inOrganization,
  joining,
  recordEvent,
  type Transaction,
} from "@/server/platform";
import type { Form } from "./contract";
import { webformSubmissionFailed, webformSubmitted } from "./events";
import { makeRecord } from "./make-record";
import type { OpenForm } from "./open-form";
import { readAnswer } from "./read-answer";

/** At one try in five minutes, two hours: what the first tries stumbled over is mended by then, or needs a person. */
const mostAttempts = 24;

/**
 * Makes a record of a submission that waits; what goes wrong is written down, and tried again by the sweep. After the
 * last try it has failed, which those who answer for the form are told.
 */
export async function makeOf(open: OpenForm, submissionId: string): Promise<void> {
  const { ctx } = open;
  const mine = and(
    eq(webformSubmission.organizationId, ctx.organizationId),
    eq(webformSubmission.id, submissionId),
  );
  try {
    await inOrganization(ctx, async (tx) => {
      const [row] = await tx.select().from(webformSubmission).where(mine).for("update");
      if (row?.status !== "waiting") return;
      const made = await make(joining(ctx, tx), tx, open, row);
      await tx
        .update(webformSubmission)
        .set({ status: "created", reason: null, entity: made.entity, recordId: made.id })
        .where(mine);
    });
  } catch (error) {
    if (!(error instanceof AppError)) ctx.log.error({ err: error, submissionId }, "a submission waits");
    const reason = error instanceof AppError ? error.code : "INTERNAL";
    await inOrganization(ctx, async (tx) => {
      const [row] = await tx
        .update(webformSubmission)
        .set({
          reason,
          attempts: sql`${webformSubmission.attempts} + 1`,
          status: sql`case when ${webformSubmission.attempts} + 1 < ${mostAttempts} then 'waiting' else 'failed' end`,
        })
        .where(and(mine, eq(webformSubmission.status, "waiting")))
        .returning();
      if (row?.status === "failed") await tellFailed(tx, open, row, reason);
    });
  }
}

function tellFailed(tx: Transaction, open: OpenForm, { id, values }: Row, reason: string) {
  const { ctx, form } = open;
  const { name, companyName, phone, email } = readAnswer(open, values).understood.standard;
  const said = [name ?? companyName, phone, email].filter((part) => part !== undefined).join(", ");
  const from = said.slice(0, 200).toWellFormed();
  return recordEvent(tx, ctx, webformSubmissionFailed, {
    recordId: form.id,
    data: { name: form.name, submissionId: id, reason, from, ownerIds: form.ownerIds },
  });
}

type Row = typeof webformSubmission.$inferSelect;

async function make(ctx: Context, tx: Transaction, open: OpenForm, row: Row) {
  const { form } = open;
  const { understood } = readAnswer(open, row.values);
  const ownerId = await nextOwner(tx, ctx, form);
  const made = await makeRecord(ctx, { form, understood, origin: row.origin, ownerId });
  await recordEvent(tx, ctx, webformSubmitted, {
    recordId: form.id,
    data: {
      name: form.name,
      submissionId: row.id,
      madeEntity: made.entity,
      madeId: made.id,
      utm: row.origin.utm,
    },
  });
  if (form.design.notify && ownerId) {
    // The answer in words, instead of the notice that a record is theirs.
    const about = { names: [`${made.entity}.created`], recordId: made.id, after: null, limit: 1 };
    const [created] = await eventLog(tx, ctx, about);
    await notifyMember(ctx, {
      memberId: ownerId,
      type: "robot",
      data: {
        text: `${form.name}: ${Object.values(understood.standard).join(", ").slice(0, 200).toWellFormed()}`,
      },
      about: { entity: made.entity, recordId: made.id },
      eventId: created?.id ?? null,
    });
  }
  return made;
}

// By turns, passing over those who left.
async function nextOwner(tx: Transaction, ctx: Context, { id, ownerIds }: Form): Promise<string | null> {
  if (ownerIds.length === 0) return null;
  const [row] = await tx
    .update(webform)
    .set({ turn: sql`${webform.turn} + 1` })
    .where(and(eq(webform.organizationId, ctx.organizationId), eq(webform.id, id)))
    .returning({ turn: webform.turn });
  const first = (row?.turn ?? 1) - 1;
  for (let step = 0; step < ownerIds.length; step++) {
    const ownerId = ownerIds[(first + step) % ownerIds.length] ?? "";
    if (await findMember(tx, ctx, ownerId)) return ownerId;
  }
  return null;
}
