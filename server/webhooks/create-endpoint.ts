import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { webhookEndpoint } from "@/db/schema/webhooks";
import { AppError, authorize, type Context, inOrganization, recordEvent, seal } from "@/server/platform";
import { checkedEvents, checkedUrl } from "./check-endpoint";
import { CreateEndpoint } from "./contract";
import { webhookCreated } from "./events";
import { secretOf } from "./secret";

const most = 50;

/**
 * Adds an address that is told of events from now on, with a secret of its own to check signatures by.
 * @throws FORBIDDEN, INVALID and HTTP_ADDRESS_REFUSED at the field, TOO_MANY_ENDPOINTS
 */
export async function createEndpoint(
  ctx: Context,
  input: CreateEndpoint,
): Promise<{ id: string; secret: string }> {
  authorize(ctx, "integrations.edit");
  const createdBy = ctx.member?.id;
  if (!createdBy) throw new AppError("FORBIDDEN");
  const { description, ...given } = CreateEndpoint.parse(input);
  const url = checkedUrl(given.url);
  const events = checkedEvents(given.events);
  const secret = `whsec_${randomBytes(32).toString("base64")}`;
  const id = ctx.newId();
  await inOrganization(ctx, async (tx) => {
    const mine = eq(webhookEndpoint.organizationId, ctx.organizationId);
    if ((await tx.$count(webhookEndpoint, mine)) >= most)
      throw new AppError("TOO_MANY_ENDPOINTS", { count: most });
    await tx.insert(webhookEndpoint).values({
      organizationId: ctx.organizationId,
      ...{ id, url, events, createdBy },
      description: description ?? null,
      secret: seal(secretOf(ctx.organizationId), secret),
      createdAt: ctx.now(),
    });
    await recordEvent(tx, ctx, webhookCreated, { recordId: id, data: { url, events } });
  });
  return { id, secret };
}
