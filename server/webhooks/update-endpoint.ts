import { webhookEndpoint } from "@/db/schema/webhooks";
import { authorize, type Context, inOrganization, recordEvent } from "@/server/platform";
import { checkedEvents, checkedUrl } from "./check-endpoint";
import { UpdateEndpoint } from "./contract";
import { endpointRow, lockEndpoint } from "./endpoint-rows";
import { webhookUpdated } from "./events";

/**
 * Changes an endpoint, switches it off or on. What happens while it is off is not sent to it later.
 * @throws NOT_FOUND, FORBIDDEN, INVALID and HTTP_ADDRESS_REFUSED at the field
 */
export async function updateEndpoint(ctx: Context, input: UpdateEndpoint): Promise<void> {
  authorize(ctx, "integrations.edit");
  const { endpointId, changes } = UpdateEndpoint.parse(input);
  const { url, events, active, description } = changes;
  await inOrganization(ctx, async (tx) => {
    const before = await lockEndpoint(tx, ctx, endpointId);
    await tx
      .update(webhookEndpoint)
      .set({
        ...(url !== undefined && { url: checkedUrl(url) }),
        ...(events && { events: checkedEvents(events) }),
        ...(description !== undefined && { description }),
        ...(active === true && { disabledAt: null, disabledWhy: null, failingSince: null }),
        ...(active === false && { disabledAt: before.disabledAt ?? ctx.now(), disabledWhy: "by_hand" }),
        updatedAt: ctx.now(),
      })
      .where(endpointRow(ctx, endpointId));
    const changed = Object.keys(changes);
    await recordEvent(tx, ctx, webhookUpdated, { recordId: endpointId, data: { url: before.url, changed } });
  });
}
