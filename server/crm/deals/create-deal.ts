import { deal } from "@/db/schema/crm";
import { createContact } from "@/server/crm/contacts";
import { type Creation, registerRecord } from "@/server/crm/records";
import { enterStage, standingOn } from "@/server/crm/staged";
import { keepFiles, readNewCustom } from "@/server/fields";
import { fold } from "@/server/filter";
import { liveStage } from "@/server/pipelines";
import { authorize, type Context, inOrganization, invariant, joining, recordEvent } from "@/server/platform";
import type { CreateDeal, Deal } from "./contract";
import { dealShape, dealType } from "./deal-type";
import { dealCreated, type FromLead } from "./events";
import { assertReferences } from "./references";

/** Adds a deal at the top of a stage; its owner is the creator unless another is named. @throws STAGE_GONE, INVALID */
export async function createDeal(
  ctx: Context,
  input: CreateDeal,
  { isSample = false, incomplete = false, fromLead }: Creation & { fromLead?: FromLead } = {},
): Promise<Deal> {
  const ownerId = input.ownerId === undefined ? (ctx.member?.id ?? null) : input.ownerId;
  authorize(ctx, "deal.create", { ownerId });
  return inOrganization(ctx, async (tx) => {
    const stage = await liveStage(tx, ctx, input.stageId, "deal");
    await assertReferences(tx, ctx, { ...input, ownerId });
    const contact = input.newContact
      ? await createContact(
          joining(ctx, tx),
          { ...input.newContact, companyId: input.companyId ?? null },
          { incomplete: true },
        )
      : null;
    const own = await readNewCustom(ctx, tx, "deal", input.custom, { incomplete });
    const id = ctx.newId();
    await registerRecord(tx, ctx, { id, entity: "deal", title: input.title });
    await keepFiles(tx, ctx, id, own.files);
    const [created] = await tx
      .insert(deal)
      .values({
        ...own.slots,
        custom: own.custom,
        organizationId: ctx.organizationId,
        id,
        title: input.title,
        titleLower: fold(input.title),
        amountMinor: input.amountMinor ?? 0,
        currency: input.currency ?? ctx.currency,
        contactId: contact?.id ?? input.contactId ?? null,
        companyId: input.companyId ?? null,
        ownerId,
        sourceId: input.sourceId ?? null,
        closesAt: input.closesAt ?? null,
        ...(await standingOn(tx, ctx, dealType, { stage })),
        createdAt: ctx.now(),
        updatedAt: ctx.now(),
        isSample,
      })
      .returning(dealShape);
    invariant(created, "an insert returns its row");
    await enterStage(tx, ctx, created);
    await recordEvent(tx, ctx, dealCreated, {
      recordId: created.id,
      version: created.version,
      data: {
        ...{ title: created.title, pipelineId: created.pipelineId, stageId: created.stageId },
        ownerId: created.ownerId,
        ...(fromLead && { fromLead }),
      },
    });
    return created;
  });
}
