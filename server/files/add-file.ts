import { file } from "@/db/schema/files";
import { AppError, type Context, inOrganization, invariant, type Transaction } from "@/server/platform";
import type { FileInfo } from "./contract";
import { fileAdded } from "./events";
import { fileName } from "./file-name";
import { subjectFor } from "./file-of";
import { keepingVersion } from "./keep-version";
import { type Incoming, receiving } from "./receive";
import { withVersions } from "./shape";
import { tell } from "./tell";

export type NewFile = { recordId: string | null; name: string };

/**
 * Adds a file to a record, or without one to a form that is not saved yet: a custom field's value then takes it.
 * @throws NOT_FOUND, FORBIDDEN, INVALID at `name`, FILE_TOO_LARGE, FILE_QUOTA, FILE_CUT_OFF, FILE_STORE_FAILED
 */
export async function addFile(
  ctx: Context,
  { recordId, name: given }: NewFile,
  incoming: Incoming,
): Promise<FileInfo> {
  // Asked before anything is taken in, and again when it is: an upload can last.
  await inOrganization(ctx, (tx) => destination(tx, ctx, recordId));
  const name = fileName(given);
  return receiving(incoming, (received) =>
    keepingVersion(ctx, received, async (tx, writeVersion) => {
      const subject = await destination(tx, ctx, recordId);
      const id = ctx.newId();
      const [row] = await tx
        .insert(file)
        .values({
          ...{ id, recordId, name, version: 1 },
          organizationId: ctx.organizationId,
          createdById: ctx.member?.id ?? null,
          createdAt: ctx.now(),
          updatedAt: ctx.now(),
        })
        .returning();
      invariant(row, "an insert returns its row");
      await writeVersion(tx, id, 1);
      await tell(tx, ctx, fileAdded, { subject, data: { fileId: id, name } });
      const [info] = await withVersions(tx, ctx, [row]);
      invariant(info, "the file is there");
      return info;
    }),
  );
}

async function destination(tx: Transaction, ctx: Context, recordId: string | null) {
  if (recordId !== null) return subjectFor(tx, ctx, recordId, "edit");
  if (!ctx.member) throw new AppError("FORBIDDEN");
  return null;
}
