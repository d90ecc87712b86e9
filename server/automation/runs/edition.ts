import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { processDefinition, processVersion } from "@/db/schema/automation";
import { type Context, invariant, type Transaction } from "@/server/platform";
import type { Definition } from "../interpreter/definition";
import { stageAt } from "../places";

/** The place's edition with exactly this content, made when there is none; runs keep it for life. */
export async function editionOf(
  tx: Transaction,
  ctx: Context,
  place: string,
  definition: Definition,
): Promise<string> {
  const definitionId = await definitionAt(tx, ctx, place);
  const contentHash = createHash("sha256").update(JSON.stringify(definition)).digest("hex");
  const { organizationId } = ctx;
  await tx
    .insert(processVersion)
    .values({ organizationId, id: ctx.newId(), definitionId, contentHash, definition, createdAt: ctx.now() })
    .onConflictDoNothing();
  const [row] = await tx
    .select({ id: processVersion.id })
    .from(processVersion)
    .where(
      and(
        eq(processVersion.organizationId, organizationId),
        eq(processVersion.definitionId, definitionId),
        eq(processVersion.contentHash, contentHash),
      ),
    );
  invariant(row, "an edition just made can be read");
  return row.id;
}

async function definitionAt(tx: Transaction, ctx: Context, place: string): Promise<string> {
  const { organizationId } = ctx;
  await tx
    .insert(processDefinition)
    .values({ organizationId, id: ctx.newId(), kind: "robots", place, stageId: stageAt(place) })
    .onConflictDoNothing();
  const [row] = await tx
    .select({ id: processDefinition.id })
    .from(processDefinition)
    .where(
      and(
        eq(processDefinition.organizationId, organizationId),
        eq(processDefinition.kind, "robots"),
        eq(processDefinition.place, place),
      ),
    );
  invariant(row, "a definition just made can be read");
  return row.id;
}
