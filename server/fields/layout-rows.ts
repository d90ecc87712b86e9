import { and, eq, isNull } from "drizzle-orm";
import { fieldLayout } from "@/db/schema/fields";
import type { Context, Transaction } from "@/server/platform";
import { arranged, withFieldIn } from "./arranged";
import { catalog } from "./catalog";
import type { FieldLayout, FieldSection } from "./contract";
import type { InList } from "./in-list";

/** What was stored of how the fields are arranged; version 0: nothing yet. */
export async function storedLayout(tx: Transaction, ctx: Context, of: InList): Promise<FieldLayout> {
  const [row] = await tx
    .select({ version: fieldLayout.version, sections: fieldLayout.sections })
    .from(fieldLayout)
    .where(theirs(ctx, of));
  return row ?? { version: 0, sections: [] };
}

/** Stores another arrangement over the one of that version; the entity's fields are locked. */
export async function writeLayout(
  tx: Transaction,
  ctx: Context,
  of: InList,
  { version, sections }: FieldLayout,
): Promise<FieldLayout> {
  const next = { version: version + 1, sections };
  if (version > 0) {
    await tx
      .update(fieldLayout)
      .set({ ...next, updatedAt: ctx.now() })
      .where(theirs(ctx, of));
    return next;
  }
  await tx.insert(fieldLayout).values({
    ...next,
    ...{ organizationId: ctx.organizationId, id: ctx.newId() },
    ...{ entity: of.entity, listId: of.listId ?? null, createdAt: ctx.now(), updatedAt: ctx.now() },
  });
  return next;
}

/** Puts a field at the end of a section, unless it stands there; the entity's fields are locked. */
export async function putInSection(
  tx: Transaction,
  ctx: Context,
  of: InList,
  { key, section }: { key: string; section: string | null },
): Promise<void> {
  const { version, sections } = await storedLayout(tx, ctx, of);
  const now = arranged(sections, await catalog(ctx, tx, of.entity, of.listId));
  if (sectionOf(now, key) !== section) {
    await writeLayout(tx, ctx, of, { version, sections: withFieldIn(now, key, section) });
  }
}

/** The name of the section a field stands in; null: the first. */
export function sectionOf(sections: readonly FieldSection[], key: string): string | null {
  return sections.find(({ keys }) => keys.includes(key))?.name ?? null;
}

function theirs(ctx: Context, { entity, listId }: InList) {
  return and(
    eq(fieldLayout.organizationId, ctx.organizationId),
    eq(fieldLayout.entity, entity),
    listId ? eq(fieldLayout.listId, listId) : isNull(fieldLayout.listId),
  );
}
