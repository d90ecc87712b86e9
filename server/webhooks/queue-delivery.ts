import { and, eq, gte, sql } from "drizzle-orm";
import { webhookDelivery } from "@/db/schema/webhooks";
import {
  AppError,
  authorize,
  type Context,
  inOrganization,
  recordEvent,
  type Transaction,
} from "@/server/platform";
import type { DeliveryId, EndpointId, ReplaySince } from "./contract";
import { lockEndpoint } from "./endpoint-rows";
import { webhookQueued } from "./events";

/** So many are replayed at once; the next call takes the next ones. */
const mostReplayed = 1_000;

/** Sends a test to an endpoint. @throws NOT_FOUND, FORBIDDEN */
export async function pingEndpoint(ctx: Context, { endpointId }: EndpointId): Promise<{ id: string }> {
  authorize(ctx, "integrations.edit");
  return inOrganization(ctx, async (tx) => {
    await lockEndpoint(tx, ctx, endpointId);
    const id = ctx.newId();
    await tx.insert(webhookDelivery).values({
      organizationId: ctx.organizationId,
      ...{ id, endpointId, type: "webhook.ping" },
      createdAt: ctx.now(),
    });
    await recordEvent(tx, ctx, webhookQueued, { recordId: id, data: { endpointId, round: 1 } });
    return { id };
  });
}

/** Sends one delivery again, from the first attempt; its id and body stay. @throws NOT_FOUND, FORBIDDEN */
export async function replayDelivery(ctx: Context, { deliveryId }: DeliveryId): Promise<void> {
  authorize(ctx, "integrations.edit");
  await inOrganization(ctx, async (tx) => {
    const [row] = await again(tx, ctx, [deliveryId]);
    if (!row) throw new AppError("NOT_FOUND");
  });
}

/** Sends again everything that failed since then, the oldest first. @throws NOT_FOUND, FORBIDDEN */
export async function replaySince(
  ctx: Context,
  { endpointId, since }: ReplaySince,
): Promise<{ count: number }> {
  authorize(ctx, "integrations.edit");
  return inOrganization(ctx, async (tx) => {
    await lockEndpoint(tx, ctx, endpointId);
    const failed = await tx
      .select({ id: webhookDelivery.id })
      .from(webhookDelivery)
      .where(
        and(
          eq(webhookDelivery.organizationId, ctx.organizationId),
          eq(webhookDelivery.endpointId, endpointId),
          eq(webhookDelivery.status, "failed"),
          gte(webhookDelivery.createdAt, since),
        ),
      )
      .orderBy(webhookDelivery.createdAt, webhookDelivery.id)
      .limit(mostReplayed);
    if (failed.length > 0)
      await again(
        tx,
        ctx,
        failed.map(({ id }) => id),
      );
    return { count: failed.length };
  });
}

async function again(tx: Transaction, ctx: Context, ids: string[]) {
  const rows = await tx
    .update(webhookDelivery)
    .set({
      status: "waiting",
      attempts: 0,
      round: sql`${webhookDelivery.round} + 1`,
      nextAt: null,
      settledAt: null,
    })
    .where(
      and(
        eq(webhookDelivery.organizationId, ctx.organizationId),
        sql`${webhookDelivery.id} = any (${sql.param(ids)}::uuid[])`,
      ),
    )
    .returning({
      id: webhookDelivery.id,
      endpointId: webhookDelivery.endpointId,
      round: webhookDelivery.round,
    });
  for (const { id, endpointId, round } of rows)
    await recordEvent(tx, ctx, webhookQueued, { recordId: id, data: { endpointId, round } });
  return rows;
}
