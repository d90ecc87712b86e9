import { type Subject, seersOf, subjectOf } from "@/server/crm/registry";
import { addWatchers } from "@/server/crm/watchers";
import { memberNames } from "@/server/identity";
import { AppError, type Context, inOrganization, type Transaction } from "@/server/platform";
import { type Mentionable, mentionsIn } from "./contract";

/** Members a comment on the record may mention: those who may see it. @throws NOT_FOUND */
export async function mentionable(ctx: Context, { recordId }: { recordId: string }): Promise<Mentionable[]> {
  return inOrganization(ctx, async (tx) => {
    const seers = await seersOf(tx, ctx, await subjectOf(tx, ctx, recordId));
    return seers.map(({ id, name }) => ({ id, name }));
  });
}

/**
 * Reads whom a text mentions, and makes them watch the record from now on.
 * @throws MEMBER_CANNOT_SEE, MEMBER_NOT_FOUND at `text`
 */
export async function readMentions(
  tx: Transaction,
  ctx: Context,
  subject: Subject,
  text: string,
): Promise<string[]> {
  const mentions = mentionsIn(text);
  if (mentions.length === 0) return [];
  const seers = new Set((await seersOf(tx, ctx, subject)).map((one) => one.id));
  const blind = mentions.find((id) => !seers.has(id));
  if (blind) {
    const { [blind]: name } = await memberNames(tx, ctx, [blind]);
    if (!name) throw new AppError("MEMBER_NOT_FOUND", {}, { field: "text" });
    throw new AppError("MEMBER_CANNOT_SEE", { name }, { field: "text" });
  }
  await addWatchers(tx, ctx, { recordId: subject.id, memberIds: mentions, reason: "mention" });
  return mentions;
}
