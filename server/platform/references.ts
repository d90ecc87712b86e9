import { and, eq, isNull } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Context } from "./context";
import type { Transaction } from "./db";
import { AppError } from "./errors";

type Referable = PgTable & { organizationId: PgColumn; id: PgColumn };

/** Where a reference leads: the table, the input's field that holds it, and the column that says a row is gone. */
export type Reference = { table: Referable; field: string; goneAt?: PgColumn };

/** An id from outside is looked up in its organization before it is written. @throws INVALID at the field */
export async function assertReference(
  tx: Transaction,
  ctx: Context,
  { table, field, goneAt }: Reference,
  id: string | null | undefined,
): Promise<void> {
  if (!id) return;
  const alive = goneAt && isNull(goneAt);
  const found = await tx.$count(
    table,
    and(eq(table.organizationId, ctx.organizationId), eq(table.id, id), alive),
  );
  if (found === 0) throw new AppError("INVALID", {}, { field });
}
