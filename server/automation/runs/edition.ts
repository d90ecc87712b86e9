import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { processDefinition, processVersion } from "@/db/schema/automation";
import { type Context, invariant, type Transaction } from "@/server/platform";
import type { Definition } from "../interpreter/definition";

/** The stage's edition with exactly this content, made when there is none; runs keep it for life. */
export async function editionOf(
  tx: Transaction,
  ctx: Context,
  stageId: string,
  definition: Definition,
): Promise<string> {
  const definitionId = await stageDefinition(tx, ctx, stageId);
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

async function stageDefinition(tx: Transaction, ctx: Context, stageId: string): Promise<string> {
  const { organizationId } = ctx;
  await tx
    .insert(processDefinition)
    .values({ organizationId, id: ctx.newId(), kind: "robots", stageId })
    .onConflictDoNothing();
  const [row] = await tx
    .select({ id: processDefinition.id })
    .from(processDefinition)
    .where(
      and(
        eq(processDefinition.organizationId, organizationId),
        eq(processDefinition.kind, "robots"),
        eq(processDefinition.stageId, stageId),
      ),
    );
  invariant(row, "a definition just made can be read");
  return row.id;
}
