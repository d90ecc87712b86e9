import { eq, sql } from "drizzle-orm";
import { fileVersion } from "@/db/schema/files";
import { AppError, type Context, inOrganization, type Transaction } from "@/server/platform";
import { quotaBytes } from "./limits";
import type { Received } from "./receive";
import { fileStorage } from "./storage/chosen";
import { storageKey } from "./storage/storage";

/** Writes the row of a version whose bytes are stored already. */
export type WriteVersion = (tx: Transaction, fileId: string, number: number) => Promise<void>;

/**
 * Stores the bytes, then lets `write` make the rows in one transaction. When that is refused the bytes go again. When it
 * breaks they stay: the rows may have been written after all, and if not, the nightly sweep finds them.
 * @throws FILE_QUOTA, FILE_STORE_FAILED
 */
export async function keepingVersion<T>(
  ctx: Context,
  received: Received,
  write: (tx: Transaction, version: WriteVersion) => Promise<T>,
): Promise<T> {
  const { path, size, sha256, mediaType, inline } = received;
  const id = ctx.newId();
  const key = storageKey(ctx.organizationId, id);
  const storage = fileStorage();
  await inOrganization(ctx, (tx) => assertRoom(tx, ctx, size));
  await storage.put(key, path, { size, sha256 });
  try {
    return await inOrganization(ctx, async (tx) => {
      await assertRoom(tx, ctx, size);
      return write(tx, async (inside, fileId, number) => {
        await inside.insert(fileVersion).values({
          ...{ id, fileId, number, size, mediaType, inline, sha256 },
          organizationId: ctx.organizationId,
          storageKey: key,
          uploadedById: ctx.member?.id ?? null,
          createdAt: ctx.now(),
        });
      });
    });
  } catch (error) {
    if (error instanceof AppError)
      await storage.remove(key).catch((err: unknown) => ctx.log.warn({ err, key }, "left for the sweep"));
    throw error;
  }
}

// Uploads of one organization are counted one after another, or two would fit where there is room for one.
async function assertRoom(tx: Transaction, ctx: Context, size: number): Promise<void> {
  const quota = quotaBytes();
  if (quota === null) return;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`files ${ctx.organizationId}`}, 0))`);
  const [taken] = await tx
    .select({ bytes: sql<string>`coalesce(sum(${fileVersion.size}), 0)` })
    .from(fileVersion)
    .where(eq(fileVersion.organizationId, ctx.organizationId));
  if (Number(taken?.bytes ?? 0) + size > quota)
    throw new AppError("FILE_QUOTA", { megabytes: Math.round(quota / 1024 / 1024) }, { field: "file" });
}
