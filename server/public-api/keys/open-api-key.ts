import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import { apiKey } from "@/db/schema/public-api";
import { workplaceOfMember } from "@/server/identity";
import { AppError, asWorker, type Context, contextOf, type Language } from "@/server/platform";
import { operationsWithin } from "../scopes";
import { readKeyText, sameHash } from "./key-text";

/** So many requests a minute are answered to one key. */
export const requestsAMinute = 600;

export type Rate = { limit: number; remaining: number; resetSeconds: number; isOver: boolean };

export type Opened = { ctx: Context; keyId: string; scopes: readonly string[]; rate: Rate };

/**
 * Who calls with this key: its member, narrowed to its scopes. Counts the request, also of those beyond the limit.
 * @throws API_KEY_INVALID, also when its member has left
 */
export async function openApiKey(
  text: string,
  call: { language: Language | null; requestId: string },
): Promise<Opened> {
  const given = readKeyText(text);
  const key = given && (await countedKey(given));
  if (!key) throw new AppError("API_KEY_INVALID");
  const place = await workplaceOfMember(key.organizationId, key.memberId);
  if (!place) throw new AppError("API_KEY_INVALID");
  const ctx = contextOf({
    organization: place.organization,
    actor: { type: "member", id: place.membership.id, name: place.name, via: key.name },
    member: { ...place.membership, within: operationsWithin(key.scopes) },
    language: call.language ?? place.organization.language,
    requestId: call.requestId,
  });
  return { ctx, keyId: key.id, scopes: key.scopes, rate: rateOf(key) };
}

type Key = typeof apiKey.$inferSelect & { now: Date };

async function countedKey({
  prefix,
  secretHash,
}: {
  prefix: string;
  secretHash: string;
}): Promise<Key | null> {
  const rows = await asWorker(async (tx) => {
    const open = and(
      eq(apiKey.prefix, prefix),
      isNull(apiKey.revokedAt),
      or(isNull(apiKey.expiresAt), gt(apiKey.expiresAt, sql`now()`)),
    );
    const [found] = await tx.select().from(apiKey).where(open);
    if (!found || !sameHash(found.secretHash, secretHash)) return [];
    const isOver = sql`coalesce(${apiKey.windowStartedAt} < now() - interval '1 minute', true)`;
    return tx
      .update(apiKey)
      .set({
        lastUsedAt: sql`now()`,
        windowStartedAt: sql`case when ${isOver} then now() else ${apiKey.windowStartedAt} end`,
        windowCount: sql`case when ${isOver} then 1 else ${apiKey.windowCount} + 1 end`,
      })
      .where(and(eq(apiKey.organizationId, found.organizationId), eq(apiKey.id, found.id)))
      .returning();
  });
  const [key] = rows;
  return key ? { ...key, now: key.lastUsedAt ?? new Date() } : null;
}

function rateOf({ windowStartedAt, windowCount, now }: Key): Rate {
  const over = (windowStartedAt ?? now).getTime() + 60_000 - now.getTime();
  return {
    limit: requestsAMinute,
    remaining: Math.max(0, requestsAMinute - windowCount),
    resetSeconds: Math.max(1, Math.ceil(over / 1_000)),
    isOver: windowCount > requestsAMinute,
  };
}
