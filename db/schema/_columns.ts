import { customType, snakeCase, timestamp, uuid } from "drizzle-orm/pg-core";

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
