import { and, desc, eq, isNull } from "drizzle-orm";
import { apiKey } from "@/db/schema/public-api";
import { AppError, type Context, inOrganization, may } from "@/server/platform";
import type { ApiKeyInfo, ApiScope } from "../contract";

/** One's own live keys, the newest first; whoever looks after integrations sees everybody's. */
export async function listApiKeys(ctx: Context): Promise<ApiKeyInfo[]> {
  if (!ctx.member) throw new AppError("FORBIDDEN");
  const own = may(ctx.member, "integrations.edit") ? undefined : eq(apiKey.memberId, ctx.member.id);
  const rows = await inOrganization(ctx, (tx) =>
    tx
      .select({
        id: apiKey.id,
        name: apiKey.name,
        prefix: apiKey.prefix,
        scopes: apiKey.scopes,
        memberId: apiKey.memberId,
        expiresAt: apiKey.expiresAt,
        lastUsedAt: apiKey.lastUsedAt,
        createdAt: apiKey.createdAt,
      })
      .from(apiKey)
      .where(and(eq(apiKey.organizationId, ctx.organizationId), isNull(apiKey.revokedAt), own))
      .orderBy(desc(apiKey.createdAt), desc(apiKey.id)),
  );
  return rows.map((row) => ({ ...row, scopes: row.scopes as ApiScope[] }));
}
