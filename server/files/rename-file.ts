import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { file } from "@/db/schema/files";
import { type Context, inOrganization } from "@/server/platform";
import type { RenameFile } from "./contract";
import { fileRenamed } from "./events";
import { fileName } from "./file-name";
import { fileOf } from "./file-of";
import { tell } from "./tell";

/** Calls a file something else. @throws NOT_FOUND, FORBIDDEN, INVALID at `name` */
export async function renameFile(
  ctx: Context,
  { fileId, name: given }: z.output<typeof RenameFile>,
): Promise<void> {
  await inOrganization(ctx, async (tx) => {
    const { row, subject } = await fileOf(tx, ctx, fileId, { action: "edit" });
    const name = fileName(given);
    if (name === row.name) return;
    await tx
      .update(file)
      .set({ name, updatedAt: ctx.now() })
      .where(and(eq(file.organizationId, ctx.organizationId), eq(file.id, fileId)));
    await tell(tx, ctx, fileRenamed, { subject, data: { fileId, name, from: row.name } });
  });
}
