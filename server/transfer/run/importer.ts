import { sql } from "drizzle-orm";
import { importJob } from "@/db/schema/transfer";
import { absentMemberContext, organizationById } from "@/server/identity";
import { asWorker, type Context, contextOf, invariant } from "@/server/platform";

export type ImportRef = { organizationId: string; importId: string };

/**
 * The member who imports, as the engine's functions call verbs in their name. A member who was removed meanwhile imports
 * no more: null.
 */
export async function importerContext({ organizationId, importId }: ImportRef): Promise<Context | null> {
  const { rows } = await asWorker((tx) =>
    tx.execute<{ memberId: string; language: "en" | "ru"; file: string }>(sql`
      select member_id as "memberId", language, file_name as file from ${importJob}
        where organization_id = ${organizationId} and id = ${importId}`),
  );
  const [job] = rows;
  if (!job) return null;
  const ctx = await absentMemberContext(organizationId, job.memberId);
  if (!ctx) return null;
  const { actor } = ctx;
  return {
    ...ctx,
    language: job.language,
    // History says which file a record came from.
    actor: actor.type === "member" ? { ...actor, file: job.file } : actor,
  };
}

/** Pult itself, for what goes on without the member: giving up, cleaning up. */
export async function housekeeper(organizationId: string): Promise<Context> {
  const organization = await organizationById(organizationId);
  invariant(organization, `organization ${organizationId} exists`);
  return contextOf({ organization, actor: { type: "system", id: "pult" } });
}
