import { and, eq, isNull, notExists, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { company, contact, deal } from "@/db/schema/crm";
import { lead } from "@/db/schema/crm-leads";
import { authorize, type Context, defineEvent, inOrganization, recordEvent } from "@/server/platform";
import { dealDeleted } from "../deals/events";
import { leadDeleted } from "../leads/events";
import { markDeleted } from "../records";

const samplesRemoved = defineEvent<{ deals: number }>("organization.samples_removed", "organization");

/** Are there sample records still? */
export async function hasSamples(ctx: Context): Promise<boolean> {
  return inOrganization(ctx, async (tx) => {
    const deals = await tx.$count(
      deal,
      and(eq(deal.organizationId, ctx.organizationId), eq(deal.isSample, true), isNull(deal.deletedAt)),
    );
    const leads = await tx.$count(
      lead,
      and(eq(lead.organizationId, ctx.organizationId), eq(lead.isSample, true), isNull(lead.deletedAt)),
    );
    return deals + leads > 0;
  });
}

/** Moves sample deals and leads to the trash, so that their robots stop, and takes out people nobody else's deal names. */
export async function removeSampleRecords(ctx: Context): Promise<{ deals: number }> {
  authorize(ctx, "organization.edit");
  return inOrganization(ctx, async (tx) => {
    const mine = eq(deal.organizationId, ctx.organizationId);
    const gone = await tx
      .update(deal)
      .set({ deletedAt: ctx.now(), version: sql`${deal.version} + 1` })
      .where(and(mine, eq(deal.isSample, true), isNull(deal.deletedAt)))
      .returning({ id: deal.id, title: deal.title, stageId: deal.stageId, version: deal.version });
    for (const { id, version, ...data } of gone) {
      await markDeleted(tx, ctx, id, ctx.now());
      await recordEvent(tx, ctx, dealDeleted, { recordId: id, version, data });
    }
    const enquiries = await tx
      .update(lead)
      .set({ deletedAt: ctx.now(), version: sql`${lead.version} + 1` })
      .where(
        and(eq(lead.organizationId, ctx.organizationId), eq(lead.isSample, true), isNull(lead.deletedAt)),
      )
      .returning({ id: lead.id, title: lead.title, stageId: lead.stageId, version: lead.version });
    for (const { id, version, ...data } of enquiries) {
      await markDeleted(tx, ctx, id, ctx.now());
      await recordEvent(tx, ctx, leadDeleted, { recordId: id, version, data });
    }
    const living = (column: AnyPgColumn, id: AnyPgColumn) =>
      notExists(
        tx
          .select({ one: sql`1` })
          .from(deal)
          .where(and(mine, eq(column, id), isNull(deal.deletedAt))),
      );
    const people = await tx
      .update(contact)
      .set({ deletedAt: ctx.now() })
      .where(
        and(
          eq(contact.organizationId, ctx.organizationId),
          eq(contact.isSample, true),
          isNull(contact.deletedAt),
          living(deal.contactId, contact.id),
        ),
      )
      .returning({ id: contact.id });
    const organisations = await tx
      .update(company)
      .set({ deletedAt: ctx.now() })
      .where(
        and(
          eq(company.organizationId, ctx.organizationId),
          eq(company.isSample, true),
          isNull(company.deletedAt),
          living(deal.companyId, company.id),
        ),
      )
      .returning({ id: company.id });
    for (const { id } of [...people, ...organisations]) await markDeleted(tx, ctx, id, ctx.now());
    await recordEvent(tx, ctx, samplesRemoved, {
      recordId: ctx.organizationId,
      data: { deals: gone.length },
    });
    return { deals: gone.length };
  });
}
