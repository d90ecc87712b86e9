import type { Context, Transaction } from "@/server/platform";
import { heldFields } from "./custom-fields";
import { columnNamed, declarationOf } from "./entities";
import type { InList } from "./in-list";
import { allSlots, slotValue } from "./slots";

type Row = Readonly<Record<string, unknown>>;

/**
 * How a row's slots have to look today, whatever they held when the row was kept: a slot may be another field's by now,
 * and a field may have one it had not. Rows and slots are named as the database names their columns. The fields are held
 * as they are until the transaction ends: ask before locking the rows, as whoever changes a field does.
 */
export async function slotsToday(ctx: Context, tx: Transaction, of: InList): Promise<(row: Row) => Row> {
  const fields = await heldFields(ctx, tx, of);
  const table = declarationOf(of.entity)?.table;
  const slots = allSlots.flatMap((slot) => {
    const column = table && columnNamed(table, slot);
    return column ? [{ name: column.name, field: fields.find((field) => field.slot === slot) }] : [];
  });
  return ({ custom }) => {
    const values = (custom ?? {}) as Row;
    return Object.fromEntries(
      slots.map(({ name, field }) => [name, field ? slotValue(field, values[field.key]) : null]),
    );
  };
}
