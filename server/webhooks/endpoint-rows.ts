import { and, eq } from "drizzle-orm";
import { webhookEndpoint } from "@/db/schema/webhooks";
import { AppError, type Context, type Transaction } from "@/server/platform";

/** What others see of an endpoint: all but its secret. */
export const endpointShape = {
  id: webhookEndpoint.id,
  url: webhookEndpoint.url,
  description: webhookEndpoint.description,
  events: webhookEndpoint.events,
  failingSince: webhookEndpoint.failingSince,
  disabledAt: webhookEndpoint.disabledAt,
  disabledWhy: webhookEndpoint.disabledWhy,
  createdAt: webhookEndpoint.createdAt,
};

export function endpointRow(ctx: Context, id: string) {
  return and(eq(webhookEndpoint.organizationId, ctx.organizationId), eq(webhookEndpoint.id, id));
}

/** Reads and locks an endpoint. @throws NOT_FOUND */
export async function lockEndpoint(tx: Transaction, ctx: Context, id: string) {
  const [row] = await tx.select().from(webhookEndpoint).where(endpointRow(ctx, id)).for("update");
  if (!row) throw new AppError("NOT_FOUND");
  return row;
}
