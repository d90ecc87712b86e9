import { and, eq } from "drizzle-orm";
import { file } from "@/db/schema/files";
import { type Context, inOrganization, invariant } from "@/server/platform";
import type { FileInfo } from "./contract";
import { fileVersionAdded } from "./events";
import { fileOf } from "./file-of";
import { keepingVersion } from "./keep-version";
import { type Incoming, receiving } from "./receive";
import { withVersions } from "./shape";
import { tell } from "./tell";

/**
 * Adds the next version of a file; those before stay. The name stays too, whatever the upload is called.
 * @throws NOT_FOUND, FORBIDDEN, FILE_TOO_LARGE, FILE_QUOTA, FILE_CUT_OFF, FILE_STORE_FAILED
 */
export async function addVersion(
  ctx: Context,
  { fileId }: { fileId: string },
  incoming: Incoming,
): Promise<FileInfo> {
  await inOrganization(ctx, (tx) => fileOf(tx, ctx, fileId, { action: "edit" }));
  return receiving(incoming, (received) =>
    keepingVersion(ctx, received, async (tx, writeVersion) => {
      const { row, subject } = await fileOf(tx, ctx, fileId, { action: "edit" });
      const number = row.version + 1;
      await writeVersion(tx, fileId, number);
      await tx
        .update(file)
        .set({ version: number, updatedAt: ctx.now() })
        .where(and(eq(file.organizationId, ctx.organizationId), eq(file.id, fileId)));
      await tell(tx, ctx, fileVersionAdded, { subject, data: { fileId, name: row.name, number } });
      const [info] = await withVersions(tx, ctx, [row]);
      invariant(info, "the file is there");
      return info;
    }),
  );
}
