import { sql } from "drizzle-orm";
import { importChunk, importJob, importPiece } from "@/db/schema/transfer";
import { asWorker } from "@/server/platform";

const keptDays = 30;

/** Takes files and rows of imports away after thirty days; what they did, and how to undo it, stays. @returns how many */
export async function removeOldFiles(now: Date): Promise<number> {
  const before = new Date(now.getTime() - keptDays * 86_400_000).toISOString();
  return asWorker(async (tx) => {
    const { rows } = await tx.execute<{ organizationId: string; id: string }>(sql`
      update ${importJob} set files_removed_at = ${now.toISOString()}::timestamptz
        where files_removed_at is null and created_at < ${before}::timestamptz
          and status not in ('running', 'checking', 'undoing')
        returning organization_id as "organizationId", id`);
    for (const { organizationId, id } of rows)
      for (const table of [importPiece, importChunk])
        await tx.execute(
          sql`delete from ${table} where organization_id = ${organizationId} and import_id = ${id}`,
        );
    return rows.length;
  });
}
