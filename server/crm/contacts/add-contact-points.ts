import {
  contactPointsOf,
  difference,
  foundByPoints,
  lockRecord,
  pointKey,
  renameRecord,
  writeContactPoints,
  writeRow,
} from "@/server/crm/records";
import type { ContactPointInput } from "@/server/crm/records/contract";
import { authorize, type Context, inOrganization, recordEvent } from "@/server/platform";
import { contactType } from "./contact-type";
import type { Contact } from "./contract";
import { contactUpdated } from "./events";

/**
 * Adds the ways to reach a person that they lack yet, behind those they have; nothing is written when they lack none.
 * @throws NOT_FOUND, FORBIDDEN
 */
export async function addContactPoints(
  ctx: Context,
  { contactId, points }: { contactId: string; points: readonly ContactPointInput[] },
): Promise<Contact> {
  return inOrganization(ctx, async (tx) => {
    const before = await lockRecord(tx, ctx, contactType, contactId);
    authorize(ctx, "contact.view", before);
    const known = await contactPointsOf(tx, ctx, contactId);
    const added = points.filter(({ kind, value }) => {
      const key = pointKey(ctx, kind, value);
      return !known.some((one) => one.kind === kind && one.key === key);
    });
    if (added.length === 0) return before;
    authorize(ctx, "contact.edit", before);
    const written = await writeContactPoints(tx, ctx, contactId, [...known, ...added]);
    const first = (kind: "phone" | "email") => written.find((one) => one.kind === kind)?.value ?? null;
    const reached = { phone: first("phone"), email: first("email") };
    const version = before.version + 1;
    const after = await writeRow(tx, ctx, contactType, contactId, {
      ...reached,
      version,
      updatedAt: ctx.now(),
    });
    await renameRecord(tx, ctx, { id: contactId, title: after.name, others: foundByPoints(written) });
    const changes = difference(before, reached) ?? {};
    await recordEvent(tx, ctx, contactUpdated, {
      recordId: contactId,
      version,
      data: { title: after.name, changes },
    });
    return after;
  });
}
