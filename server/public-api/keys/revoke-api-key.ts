import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { apiKey } from "@/db/schema/public-api";
import { AppError, authorize, type Context, inOrganization, recordEvent } from "@/server/platform";
import type { ApiKeyId } from "../contract";
import { apiKeyRevoked } from "./events";

/** Ends a key at once: one's own, or anybody's with the right to look after integrations. @throws NOT_FOUND, FORBIDDEN */
export async function revokeApiKey(ctx: Context, { keyId }: z.output<typeof ApiKeyId>): Promise<void> {
  await inOrganization(ctx, async (tx) => {
    const mine = and(
      eq(apiKey.organizationId, ctx.organizationId),
      eq(apiKey.id, keyId),
      isNull(apiKey.revokedAt),
    );
    const [key] = await tx.select().from(apiKey).where(mine).for("update");
    if (!key) throw new AppError("NOT_FOUND");
    if (key.memberId !== ctx.member?.id) authorize(ctx, "integrations.edit");
    await tx.update(apiKey).set({ revokedAt: ctx.now(), updatedAt: ctx.now() }).where(mine);
    await recordEvent(tx, ctx, apiKeyRevoked, {
      recordId: keyId,
      data: { name: key.name, prefix: key.prefix },
    });
  });
}
