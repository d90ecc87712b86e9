import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  customType,
  index,
  jsonb,
  snakeCase,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";

/** Declares a table: camelCase here, snake_case in Postgres. */
export const table = snakeCase.table;

/** Byte-ordered text: fractional positions compare the same in Postgres and in JavaScript. */
export const textC = customType<{ data: string; driverData: string }>({ dataType: () => 'text collate "C"' });

/** An instant, stored in UTC, read as `Date`. */
export function instant() {
  return timestamp({ withTimezone: true, mode: "date", precision: 3 });
}

/** The columns every row of an organization starts with; the primary key is `(organization_id, id)`. */
export function ownRow() {
  return { organizationId: uuid().notNull(), id: uuid().notNull() };
}

/** When the row was made and last changed. */
export function stamps() {
  return { createdAt: instant().notNull().defaultNow(), updatedAt: instant().notNull().defaultNow() };
}

/**
 * What the organization's own fields hold, by their keys. The object is the truth; filterable fields are kept a second
 * time in a slot of their kind, since under row level security only plain comparisons of plain columns use an index.
 */
export function customColumns() {
  const slotNumber = () => bigint({ mode: "number" });
  return {
    custom: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    slotText1: textC(),
    slotText2: textC(),
    slotText3: textC(),
    slotText4: textC(),
    slotText5: textC(),
    slotText6: textC(),
    slotText7: textC(),
    slotText8: textC(),
    slotNumber1: slotNumber(),
    slotNumber2: slotNumber(),
    slotNumber3: slotNumber(),
    slotNumber4: slotNumber(),
    slotNumber5: slotNumber(),
    slotNumber6: slotNumber(),
    slotNumber7: slotNumber(),
    slotNumber8: slotNumber(),
    slotTime1: instant(),
    slotTime2: instant(),
    slotTime3: instant(),
    slotTime4: instant(),
  };
}

type Columns = Record<string, AnyPgColumn>;

/** An index a slot, empty until an organization fills it. */
export function slotIndexes(name: string, columns: object) {
  // The table's own columns, by key: the callback's argument carries more than its type says here.
  const all = columns as Columns;
  return Object.keys(customColumns())
    .filter((key) => key.startsWith("slot"))
    .flatMap((key) => {
      const [organizationId, slot, id] = [all.organizationId, all[key], all.id];
      if (!organizationId || !slot || !id) return [];
      return index(`${name}_${slot.name}`).on(organizationId, slot, id).where(sql`${slot} is not null`);
    });
}
