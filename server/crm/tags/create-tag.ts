import { tag } from "@/db/schema/crm-around";
import { forgetTags } from "@/server/fields";
import { fold } from "@/server/filter";
import {
  authorize,
  type Context,
  entities,
  inOrganization,
  invariant,
  may,
  type Operation,
  recordEvent,
} from "@/server/platform";
import { stageColours } from "@/server/platform/palette";
import type { CreateTag, Tag } from "./contract";
import { tagCreated } from "./events";
import { tagNamed, tagShape } from "./queries";

/** Adds a tag; whoever may edit some kind of record, or settle fields, may. A name that is taken answers the tag there is. */
export async function createTag(ctx: Context, { name, colour }: CreateTag): Promise<Tag> {
  authorize(ctx, needed(ctx));
  return inOrganization(ctx, async (tx) => {
    const id = ctx.newId();
    const [made] = await tx
      .insert(tag)
      .values({
        organizationId: ctx.organizationId,
        id,
        name,
        nameLower: fold(name),
        colour: colour ?? colourFor(name),
      })
      .onConflictDoNothing({ target: [tag.organizationId, tag.nameLower] })
      .returning(tagShape);
    if (!made) return existing(await tagNamed(tx, ctx, name));
    forgetTags(tx);
    await recordEvent(tx, ctx, tagCreated, { recordId: id, data: { name } });
    return made;
  });
}

function existing(tag: Tag | null): Tag {
  invariant(tag, "a name that is taken is somebody's");
  return tag;
}

function needed({ member }: Context): Operation {
  const enough: Operation[] = ["fields.edit", ...entities.map((entity) => `${entity}.edit` as const)];
  return enough.find((operation) => !member || may(member, operation)) ?? "deal.edit";
}

// A colour that the same name gets everywhere.
function colourFor(name: string): string {
  const sum = Buffer.from(name).reduce((total, byte) => total + byte, 0);
  return stageColours[sum % stageColours.length] ?? "slate";
}
