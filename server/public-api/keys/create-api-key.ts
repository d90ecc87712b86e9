import { addDays } from "date-fns";
import { and, eq, isNull } from "drizzle-orm";
import { apiKey } from "@/db/schema/public-api";
import { AppError, type Context, inOrganization, recordEvent } from "@/server/platform";
import { CreateApiKey } from "../contract";
import { apiKeyCreated } from "./events";
import { newKeyText } from "./key-text";

const mostKeys = 50;

/**
 * Makes a key that acts as the member who asks, within their role and the scopes chosen.
 * @returns the key's text, which cannot be had again. @throws TOO_MANY_KEYS, FORBIDDEN for robots and for keys
 */
export async function createApiKey(ctx: Context, input: CreateApiKey): Promise<{ id: string; text: string }> {
  const { name, scopes, expiresInDays } = CreateApiKey.parse(input);
  const memberId = ctx.member?.id;
  if (!memberId || ctx.member?.within) throw new AppError("FORBIDDEN");
  return inOrganization(ctx, async (tx) => {
    const live = and(
      eq(apiKey.organizationId, ctx.organizationId),
      eq(apiKey.memberId, memberId),
      isNull(apiKey.revokedAt),
    );
    if ((await tx.$count(apiKey, live)) >= mostKeys) throw new AppError("TOO_MANY_KEYS", { count: mostKeys });
    const { text, ...kept } = newKeyText();
    const id = ctx.newId();
    await tx.insert(apiKey).values({
      ...kept,
      organizationId: ctx.organizationId,
      id,
      memberId,
      name,
      scopes: [...new Set(scopes)],
      expiresAt: expiresInDays === null ? null : addDays(ctx.now(), expiresInDays),
      createdAt: ctx.now(),
    });
    await recordEvent(tx, ctx, apiKeyCreated, { recordId: id, data: { name, prefix: kept.prefix, scopes } });
    return { id, text };
  });
}
