import type { Readable } from "node:stream";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { fileVersion } from "@/db/schema/files";
import { AppError, type Context, inOrganization } from "@/server/platform";
import type { VersionRef } from "./contract";
import { fileOf } from "./file-of";
import { fileStorage } from "./storage/chosen";

export type OpenedVersion = {
  name: string;
  mediaType: string;
  inline: boolean;
  size: number;
  bytes: Readable;
};

/** The bytes of one version, for whoever may see the record. @throws NOT_FOUND, FILE_STORE_FAILED */
export async function openVersion(
  ctx: Context,
  { fileId, number }: z.output<typeof VersionRef>,
): Promise<OpenedVersion> {
  const found = await inOrganization(ctx, async (tx) => {
    const { row } = await fileOf(tx, ctx, fileId, { action: "view" });
    const [version] = await tx
      .select()
      .from(fileVersion)
      .where(
        and(
          eq(fileVersion.organizationId, ctx.organizationId),
          eq(fileVersion.fileId, fileId),
          eq(fileVersion.number, number === "newest" ? row.version : number),
        ),
      );
    if (!version) throw new AppError("NOT_FOUND");
    return { name: row.name, ...version };
  });
  const { name, mediaType, inline, size } = found;
  return { name, mediaType, inline, size, bytes: await fileStorage().get(found.storageKey) };
}
