import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { RateFaultCode, RateProviderName } from "@/server/crm/currencies/contract";
import { instant, ownRow, stamps, table } from "./_columns";
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
    /** Who told it; null: a person, whose word holds. */
    source: text().$type<RateProviderName>(),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique("currency_rate_day").on(t.organizationId, t.base, t.currency, t.day),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("cascade"),
    check("currency_rate_codes", sql`${t.currency} ~ '^[A-Z]{3}$' and ${t.base} ~ '^[A-Z]{3}$'`),
    check("currency_rate_source", sql`${t.source} in ('cbr', 'ecb')`),
    check("currency_rate_positive", sql`${t.nominal} > 0 and ${t.rateMicros} > 0`),
  ],
);

/** Whose rates the organization takes by itself, and how the last attempts went. No row: nobody's. */
export const rateSource = table(
  "rate_source",
  {
    organizationId: uuid().notNull(),
    provider: text().$type<RateProviderName>().notNull(),
    triedAt: instant(),
    /** When rates were last had, and of which day they were. */
    fetchedAt: instant(),
    fetchedDay: date({ mode: "string" }),
    /** Currencies in use that it had no rates of. */
    missing: jsonb().$type<string[]>().notNull().default([]),
    /** Why the last attempt failed; null when it did not. */
    fault: text().$type<RateFaultCode>(),
    ...stamps(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId] }),
    index("rate_source_provider").on(t.provider),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organization.id] }).onDelete("cascade"),
    check("rate_source_provider_name", sql`${t.provider} in ('cbr', 'ecb')`),
  ],
);
