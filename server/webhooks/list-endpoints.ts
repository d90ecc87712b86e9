import { asc, eq } from "drizzle-orm";
import { webhookEndpoint } from "@/db/schema/webhooks";
import { AppError, authorize, type Context, inOrganization, unseal } from "@/server/platform";
import type { Endpoint, EndpointId } from "./contract";
import { endpointRow, endpointShape } from "./endpoint-rows";
import { secretOf } from "./secret";

/** Every address of the organization that is told of events, the oldest first. */
export async function listEndpoints(ctx: Context): Promise<Endpoint[]> {
  authorize(ctx, "integrations.edit");
  return inOrganization(ctx, (tx) =>
    tx
      .select(endpointShape)
      .from(webhookEndpoint)
      .where(eq(webhookEndpoint.organizationId, ctx.organizationId))
      .orderBy(asc(webhookEndpoint.createdAt), asc(webhookEndpoint.id)),
  );
}

/** What an endpoint's signatures are made with. @throws NOT_FOUND, FORBIDDEN */
export async function endpointSecret(ctx: Context, { endpointId }: EndpointId): Promise<{ secret: string }> {
  authorize(ctx, "integrations.edit");
  const [row] = await inOrganization(ctx, (tx) =>
    tx.select({ secret: webhookEndpoint.secret }).from(webhookEndpoint).where(endpointRow(ctx, endpointId)),
  );
  if (!row) throw new AppError("NOT_FOUND");
  return { secret: unseal(secretOf(ctx.organizationId), row.secret) };
}
