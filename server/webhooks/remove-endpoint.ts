import { webhookEndpoint } from "@/db/schema/webhooks";
import { authorize, type Context, inOrganization, recordEvent } from "@/server/platform";
import type { EndpointId } from "./contract";
import { endpointRow, lockEndpoint } from "./endpoint-rows";
import { webhookRemoved } from "./events";

/** Removes an endpoint with its log; what waits for it is not sent any more. @throws NOT_FOUND, FORBIDDEN */
export async function removeEndpoint(ctx: Context, { endpointId }: EndpointId): Promise<void> {
  authorize(ctx, "integrations.edit");
  await inOrganization(ctx, async (tx) => {
    const { url } = await lockEndpoint(tx, ctx, endpointId);
    await tx.delete(webhookEndpoint).where(endpointRow(ctx, endpointId));
    await recordEvent(tx, ctx, webhookRemoved, { recordId: endpointId, data: { url } });
  });
}
