import { type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { tag } from "@/db/schema/crm-around";
import { recordTypes } from "@/server/crm/registry";
import { forgetTags } from "@/server/fields";
import {
  AppError,
  authorize,
  type Context,
  inOrganization,
  recordEvent,
  type Transaction,
} from "@/server/platform";
import type { MergeTags, TagId } from "./contract";
import { tagDeleted, tagMerged } from "./events";
import { lockTag, tagOf } from "./queries";

/** Takes a tag away from every record that has it. @throws NOT_FOUND */
export async function deleteTag(ctx: Context, { tagId }: z.output<typeof TagId>): Promise<void> {
  authorize(ctx, "fields.edit");
  await inOrganization(ctx, async (tx) => {
    const { name } = await lockTag(tx, ctx, tagId);
    await takeOff(tx, ctx, tagId, null);
    await recordEvent(tx, ctx, tagDeleted, { recordId: tagId, data: { name } });
  });
}

/** Makes two tags one: records with the first have the second from then on. @throws NOT_FOUND, INVALID at `intoId` */
export async function mergeTags(ctx: Context, { tagId, intoId }: MergeTags): Promise<void> {
  authorize(ctx, "fields.edit");
  if (tagId === intoId) throw new AppError("INVALID", {}, { field: "intoId" });
  await inOrganization(ctx, async (tx) => {
    // In one order, whichever way round two people merge the same pair.
    const locked = new Map<string, string>();
    for (const id of [tagId, intoId].toSorted()) locked.set(id, (await lockTag(tx, ctx, id)).name);
    await takeOff(tx, ctx, tagId, intoId);
    await recordEvent(tx, ctx, tagMerged, {
      recordId: tagId,
      data: { name: locked.get(tagId) ?? "", into: locked.get(intoId) ?? "" },
    });
  });
}

async function takeOff(tx: Transaction, ctx: Context, tagId: string, intoId: string | null): Promise<void> {
  for (const { table } of recordTypes) {
    await tx
      .update(table)
      .set({ custom: without(sql`${table.custom}`, tagId, intoId), version: sql`${table.version} + 1` })
      .where(
        sql`${table.organizationId} = ${ctx.organizationId} and jsonb_exists(${table.custom} -> 'tags', ${tagId})`,
      );
  }
  await tx.delete(tag).where(tagOf(ctx, tagId));
  forgetTags(tx);
}

// The tags but for one, and another in its place where it is not there already; no list where none is left.
function without(custom: SQL, tagId: string, intoId: string | null): SQL {
  const rest = sql`(${custom} -> 'tags') - ${tagId}::text`;
  const next =
    intoId === null ? rest : sql`((${rest}) - ${intoId}::text) || jsonb_build_array(${intoId}::text)`;
  return sql`case when ${next} = '[]'::jsonb then ${custom} - 'tags' else jsonb_set(${custom}, '{tags}', ${next}) end`;
}
