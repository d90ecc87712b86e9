import { and, eq } from "drizzle-orm";
import { deal } from "@/db/schema/crm";
import { declareLineHost } from "@/server/crm/line-items";
import { lockRecord, readRecord } from "@/server/crm/records";
import { authorize, joining, may, recordEvent } from "@/server/platform";
import { dealType } from "./deal-type";
import { dealProductsChanged, dealUpdated } from "./events";

/** A deal's products: what they come to is its amount. Without the last of them the amount is free again, as it was. */
export const dealLines = declareLineHost("deal", {
  async read(tx, ctx, dealId) {
    const found = await readRecord(joining(ctx, tx), dealType, { id: dealId });
    authorize(ctx, "deal.view", found);
    return { currency: found.currency, editable: !ctx.member || may(ctx.member, "deal.edit", found) };
  },
  async lock(tx, ctx, dealId) {
    const found = await lockRecord(tx, ctx, dealType, dealId);
    authorize(ctx, "deal.edit", found);
    return found;
  },
  async changed(tx, ctx, dealId, { totals, count }) {
    const before = await lockRecord(tx, ctx, dealType, dealId);
    const amountMinor = count > 0 ? totals.totalMinor : before.amountMinor;
    const version = before.version + 1;
    await tx
      .update(deal)
      .set({ amountMinor, version, updatedAt: ctx.now() })
      .where(and(eq(deal.organizationId, ctx.organizationId), eq(deal.id, dealId)));
    const { title, stageId, pipelineId, currency } = before;
    await recordEvent(tx, ctx, dealProductsChanged, {
      recordId: dealId,
      version,
      data: { title, stageId, pipelineId, count, currency, totalMinor: amountMinor },
    });
    if (amountMinor === before.amountMinor) return;
    const changes = { amountMinor: { from: before.amountMinor, to: amountMinor } };
    const data = { ...dealType.about(before), title, changes };
    await recordEvent(tx, ctx, dealUpdated, { recordId: dealId, version, data });
  },
});
