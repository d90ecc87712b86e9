import { and, eq, isNull } from "drizzle-orm";
import { webform } from "@/db/schema/webforms";
import { AppError, type Context, type Transaction } from "@/server/platform";
import type { Form } from "./contract";

type Row = typeof webform.$inferSelect;

export function formOf(row: Row): Form {
  const { id, name, design, sourceId, ownerIds, version, updatedAt } = row;
  return { id, name, design, sourceId, ownerIds, closed: row.closedAt !== null, version, updatedAt };
}

export function formRow(ctx: Context, id: string) {
  return and(eq(webform.organizationId, ctx.organizationId), eq(webform.id, id), isNull(webform.archivedAt));
}

/** Reads and locks a form. @throws NOT_FOUND */
export async function lockForm(tx: Transaction, ctx: Context, id: string): Promise<Row> {
  const [row] = await tx.select().from(webform).where(formRow(ctx, id)).for("update");
  if (!row) throw new AppError("NOT_FOUND");
  return row;
}
