import { and, eq, isNull } from "drizzle-orm";
import { record } from "@/db/schema/crm-records";
import { readRecord } from "@/server/crm/records";
import { AppError, authorize, type Context, type Entity, joining, type Transaction } from "@/server/platform";
import { recordTypeOf } from "./types";

/** A record that activities, comments and history are about. */
export type Subject = { id: string; entity: Entity; title: string; ownerId: string | null };

/** The live record of an id, whatever its kind. @throws NOT_FOUND, also when the actor may not see it */
export async function subjectOf(tx: Transaction, ctx: Context, id: string): Promise<Subject> {
  const [found] = await tx
    .select({ entity: record.entity, title: record.title })
    .from(record)
    .where(and(eq(record.organizationId, ctx.organizationId), eq(record.id, id), isNull(record.deletedAt)));
  if (!found) throw new AppError("NOT_FOUND");
  const { ownerId } = await readRecord(joining(ctx, tx), recordTypeOf(found.entity), { id });
  const subject = { id, ...found, ownerId };
  authorize(ctx, `${subject.entity}.view`, subject);
  return subject;
}
