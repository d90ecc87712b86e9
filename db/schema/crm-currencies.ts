import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  foreignKey,
  integer,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { ownRow, stamps, table } from "./_columns";
import { organization } from "./identity";

/** A currency the organization counts in besides its own. */
export const enabledCurrency = table(
  "enabled_currency",
  { organizationId: uuid().notNull(), currency: text().notNull(), ...stamps() },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.currency] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("cascade"),
    check("enabled_currency_code", sql`${t.currency} ~ '^[A-Z]{3}$'`),
  ],
);

/** From this day on `nominal` units of the currency cost `rateMicros` millionths of a unit of `base`. */
export const currencyRate = table(
  "currency_rate",
  {
    ...ownRow(),
    base: text().notNull(),
    currency: text().notNull(),
    day: date({ mode: "string" }).notNull(),
    nominal: integer().notNull(),
    rateMicros: bigint({ mode: "number" }).notNull(),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique("currency_rate_day").on(t.organizationId, t.base, t.currency, t.day),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("cascade"),
    check("currency_rate_codes", sql`${t.currency} ~ '^[A-Z]{3}$' and ${t.base} ~ '^[A-Z]{3}$'`),
    check("currency_rate_positive", sql`${t.nominal} > 0 and ${t.rateMicros} > 0`),
  ],
);
