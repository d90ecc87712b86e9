import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { processEffect, processRun, processVersion, robot } from "@/db/schema/automation";
import { AppError, type Context, invariant, type Transaction } from "@/server/platform";
import type { Definition } from "../interpreter/definition";
import type { Ref } from "../record/read";

export type Run = typeof processRun.$inferSelect;
export type Effect = typeof processEffect.$inferSelect;
export type RobotRow = typeof robot.$inferSelect;

/** Reads and locks a run; everything that moves it goes one after another. @throws NOT_FOUND */
export async function lockRun(tx: Transaction, ctx: Context, runId: string): Promise<Run> {
  const [row] = await tx
    .select()
    .from(processRun)
    .where(and(eq(processRun.organizationId, ctx.organizationId), eq(processRun.id, runId)))
    .for("update");
  if (!row) throw new AppError("NOT_FOUND");
  return row;
}

/** The record's runs that go on, locked, the oldest first. */
export function lockActiveRuns(tx: Transaction, ctx: Context, { entity, id }: Ref): Promise<Run[]> {
  return tx
    .select()
    .from(processRun)
    .where(
      and(
        eq(processRun.organizationId, ctx.organizationId),
        eq(processRun.entity, entity),
        eq(processRun.recordId, id),
        eq(processRun.status, "running"),
      ),
    )
    .orderBy(asc(processRun.id))
    .for("update");
}

/** The definition a run keeps to. */
export async function definitionOf(tx: Transaction, ctx: Context, versionId: string): Promise<Definition> {
  const [row] = await tx
    .select({ definition: processVersion.definition })
    .from(processVersion)
    .where(and(eq(processVersion.organizationId, ctx.organizationId), eq(processVersion.id, versionId)));
  invariant(row, `version ${versionId} of a run exists`);
  return row.definition;
}

/** Effects that were ordered and have no end yet. */
export function openEffects(tx: Transaction, ctx: Context, runId: string): Promise<Effect[]> {
  return tx
    .select()
    .from(processEffect)
    .where(
      and(
        eq(processEffect.organizationId, ctx.organizationId),
        eq(processEffect.runId, runId),
        inArray(processEffect.status, ["ordered", "started"]),
      ),
    )
    .orderBy(asc(processEffect.orderedAt), asc(processEffect.block));
}

/** A place's robots in order, those switched off too. */
export function robotsOf(tx: Transaction, ctx: Context, place: string): Promise<RobotRow[]> {
  return tx
    .select()
    .from(robot)
    .where(and(eq(robot.organizationId, ctx.organizationId), eq(robot.place, place), isNull(robot.deletedAt)))
    .orderBy(asc(robot.position), asc(robot.id));
}

/** Names by robot's id, those of removed robots too. */
export async function robotNames(tx: Transaction, ctx: Context, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: robot.id, name: robot.name })
    .from(robot)
    .where(and(eq(robot.organizationId, ctx.organizationId), inArray(robot.id, ids)));
  return new Map(rows.map((row) => [row.id, row.name]));
}
