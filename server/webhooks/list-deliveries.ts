import { and, desc, eq, lt, sql } from "drizzle-orm";
import { webhookAttempt, webhookDelivery } from "@/db/schema/webhooks";
import { AppError, asWorker, authorize, type Context, inOrganization } from "@/server/platform";
import { type Attempt, type Delivery, type DeliveryId, ListDeliveries } from "./contract";
import { lockEndpoint } from "./endpoint-rows";

export type DeliveryPage = { deliveries: Delivery[]; nextCursor: { createdAt: Date; id: string } | null };

/** An endpoint's log, the newest first. @throws NOT_FOUND, FORBIDDEN */
export async function listDeliveries(ctx: Context, input: ListDeliveries): Promise<DeliveryPage> {
  authorize(ctx, "integrations.edit");
  const { endpointId, status, cursor, limit } = ListDeliveries.parse(input);
  return inOrganization(ctx, async (tx) => {
    await lockEndpoint(tx, ctx, endpointId);
    const rows = await tx
      .select(shape)
      .from(webhookDelivery)
      .where(
        and(
          eq(webhookDelivery.organizationId, ctx.organizationId),
          eq(webhookDelivery.endpointId, endpointId),
          status && eq(webhookDelivery.status, status),
          cursor
            ? sql`(${webhookDelivery.createdAt}, ${webhookDelivery.id}) < (${cursor.createdAt.toISOString()}::timestamptz, ${cursor.id}::uuid)`
            : undefined,
        ),
      )
      .orderBy(desc(webhookDelivery.createdAt), desc(webhookDelivery.id))
      .limit(limit + 1);
    const deliveries = rows.slice(0, limit);
    const last = rows.length > limit ? deliveries.at(-1) : undefined;
    return { deliveries, nextCursor: last ? { createdAt: last.createdAt, id: last.id } : null };
  });
}

/** One delivery with its body and attempts, the newest first. @throws NOT_FOUND, FORBIDDEN */
export async function getDelivery(
  ctx: Context,
  { deliveryId }: DeliveryId,
): Promise<{ body: string | null; attempts: Attempt[] }> {
  authorize(ctx, "integrations.edit");
  return inOrganization(ctx, async (tx) => {
    const [row] = await tx
      .select({ body: webhookDelivery.body })
      .from(webhookDelivery)
      .where(and(eq(webhookDelivery.organizationId, ctx.organizationId), eq(webhookDelivery.id, deliveryId)));
    if (!row) throw new AppError("NOT_FOUND");
    const { id, status, reason, excerpt, ms, at } = webhookAttempt;
    const attempts = await tx
      .select({ id, status, reason, excerpt, ms, at })
      .from(webhookAttempt)
      .where(
        and(eq(webhookAttempt.organizationId, ctx.organizationId), eq(webhookAttempt.deliveryId, deliveryId)),
      )
      .orderBy(desc(at), desc(id))
      .limit(100);
    return { body: row.body, attempts };
  });
}

/** Forgets deliveries older than thirty days, of all organizations. */
export async function forgetDeliveries(): Promise<void> {
  await asWorker((tx) =>
    tx.delete(webhookDelivery).where(lt(webhookDelivery.createdAt, sql`now() - interval '30 days'`)),
  );
}

const shape = {
  id: webhookDelivery.id,
  endpointId: webhookDelivery.endpointId,
  eventId: webhookDelivery.eventId,
  type: webhookDelivery.type,
  status: webhookDelivery.status,
  attempts: webhookDelivery.attempts,
  nextAt: webhookDelivery.nextAt,
  createdAt: webhookDelivery.createdAt,
  settledAt: webhookDelivery.settledAt,
};
