import { lead } from "@/db/schema/crm-leads";
import {
  type Creation,
  foundByPoints,
  registerRecord,
  renameRecord,
  writeContactPoints,
} from "@/server/crm/records";
import type { ContactPointInput } from "@/server/crm/records/contract";
import { enterStage, standingOn } from "@/server/crm/staged";
import { keepFiles, readNewCustom } from "@/server/fields";
import { fold } from "@/server/filter";
import { firstStage, liveStage } from "@/server/pipelines";
import { AppError, authorize, type Context, inOrganization, invariant, recordEvent } from "@/server/platform";
import { CreateLead, type Lead } from "./contract";
import { leadCreated } from "./events";
import { assertLeadReferences, leadFoundBy, leadShape, leadType } from "./lead-type";

/**
 * Adds a lead on top of its stage; a person's own unless an owner is named. What forms, calls, imports and the API
 * bring comes in here. @throws INVALID or FIELD_REQUIRED at the field, STAGE_GONE
 */
export async function createLead(
  ctx: Context,
  input: CreateLead,
  { isSample = false, incomplete = false }: Creation = {},
): Promise<Lead> {
  const { phones, emails, utm, custom, stageId, pipelineId, ...values } = CreateLead.parse(input);
  const ownerId = values.ownerId === undefined ? (ctx.member?.id ?? null) : values.ownerId;
  authorize(ctx, "lead.create", { ownerId });
  const title = values.title ?? values.name ?? values.companyName ?? phones[0] ?? emails[0];
  if (!title) throw new AppError("FIELD_REQUIRED", { name: "title" }, { field: "title" });
  return inOrganization(ctx, async (tx) => {
    const stage = stageId
      ? await liveStage(tx, ctx, stageId, "lead")
      : await firstStage(tx, ctx, "lead", { outcome: "open", pipelineId });
    await assertLeadReferences(tx, ctx, { ownerId, sourceId: values.sourceId ?? null });
    const own = await readNewCustom(ctx, tx, "lead", custom, { incomplete });
    const id = ctx.newId();
    await registerRecord(tx, ctx, { id, entity: "lead", title, others: leadFoundBy(values, []) });
    await keepFiles(tx, ctx, id, own.files);
    const [created] = await tx
      .insert(lead)
      .values({
        ...own.slots,
        ...values,
        ...(await standingOn(tx, ctx, leadType, { stage })),
        ...{ id, title, ownerId, isSample },
        organizationId: ctx.organizationId,
        titleLower: fold(title),
        phone: phones[0] ?? null,
        email: emails[0] ?? null,
        currency: values.currency ?? ctx.currency,
        utmSource: utm?.source,
        utmMedium: utm?.medium,
        utmCampaign: utm?.campaign,
        utmContent: utm?.content,
        utmTerm: utm?.term,
        custom: own.custom,
        createdAt: ctx.now(),
        updatedAt: ctx.now(),
      })
      .returning(leadShape);
    invariant(created, "an insert returns its row");
    const points: ContactPointInput[] = [
      ...phones.map((value) => ({ kind: "phone" as const, value })),
      ...emails.map((value) => ({ kind: "email" as const, value })),
    ];
    if (points.length > 0) {
      const written = await writeContactPoints(tx, ctx, id, points);
      await renameRecord(tx, ctx, { id, title, others: leadFoundBy(values, foundByPoints(written)) });
    }
    await enterStage(tx, ctx, created);
    await recordEvent(tx, ctx, leadCreated, {
      recordId: id,
      version: created.version,
      data: {
        ...{ title, pipelineId: created.pipelineId, stageId: created.stageId },
        ownerId: created.ownerId,
      },
    });
    return created;
  });
}
