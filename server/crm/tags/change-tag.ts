import { tag } from "@/db/schema/crm-around";
import { forgetTags } from "@/server/fields";
import { fold } from "@/server/filter";
import { AppError, authorize, type Context, inOrganization, recordEvent } from "@/server/platform";
import type { ChangeTag, Tag } from "./contract";
import { tagChanged } from "./events";
import { lockTag, tagNamed, tagOf } from "./queries";

/** Renames or recolours a tag wherever it is. @throws NOT_FOUND, TAG_TAKEN at `name` */
export async function changeTag(ctx: Context, { tagId, changes }: ChangeTag): Promise<Tag> {
  authorize(ctx, "fields.edit");
  return inOrganization(ctx, async (tx) => {
    const before = await lockTag(tx, ctx, tagId);
    const after = { ...before, ...changes };
    const same = await tagNamed(tx, ctx, after.name);
    if (same && same.id !== tagId) throw new AppError("TAG_TAKEN", { name: same.name }, { field: "name" });
    await tx
      .update(tag)
      .set({ ...changes, nameLower: fold(after.name), updatedAt: ctx.now() })
      .where(tagOf(ctx, tagId));
    forgetTags(tx);
    await recordEvent(tx, ctx, tagChanged, {
      recordId: tagId,
      data: { name: after.name, before: before.name },
    });
    return after;
  });
}
