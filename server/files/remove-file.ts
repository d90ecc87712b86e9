import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { file } from "@/db/schema/files";
import { type Context, inOrganization } from "@/server/platform";
import type { FileId } from "./contract";
import { fileRemoved, fileRestored } from "./events";
import { fileOf } from "./file-of";
import { tell } from "./tell";

/** Takes a file off its record; it can be brought back for a while. @throws NOT_FOUND, FORBIDDEN */
export async function removeFile(ctx: Context, { fileId }: z.output<typeof FileId>): Promise<void> {
  await inOrganization(ctx, async (tx) => {
    const { row, subject } = await fileOf(tx, ctx, fileId, { action: "edit" });
    await tx
      .update(file)
      .set({ deletedAt: ctx.now() })
      .where(and(eq(file.organizationId, ctx.organizationId), eq(file.id, fileId)));
    await tell(tx, ctx, fileRemoved, { subject, data: { fileId, name: row.name } });
  });
}

/** Brings a removed file back, with its versions. @throws NOT_FOUND, FORBIDDEN */
export async function restoreFile(ctx: Context, { fileId }: z.output<typeof FileId>): Promise<void> {
  await inOrganization(ctx, async (tx) => {
    const { row, subject } = await fileOf(tx, ctx, fileId, { action: "edit", state: "removed" });
    await tx
      .update(file)
      .set({ deletedAt: null })
      .where(and(eq(file.organizationId, ctx.organizationId), eq(file.id, fileId)));
    await tell(tx, ctx, fileRestored, { subject, data: { fileId, name: row.name } });
  });
}
