import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { FieldType } from "@/server/filter";
import { AppError } from "@/server/platform";

/** What a page is sorted by; records that lack it come last in either direction. */
export type Ordering = {
  by: SQL;
  id: SQL;
  type: FieldType;
  /** Whether a record may lack it; what is always there is read off its index. */
  nullable: boolean;
  direction: "asc" | "desc";
};

/** Where a page ended: what its last record was sorted by, as text, and its id. */
export type Cursor = { at: string | null; id: string };

const cursorSchema = z.strictObject({ at: z.string().max(1_500).nullable(), id: z.uuid() });

export function cursorOf(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

/** @throws INVALID at `cursor` for what no page answered */
export function readCursor(text: string | null | undefined): Cursor | null {
  if (!text) return null;
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
  } catch {
    throw new AppError("INVALID", {}, { field: "cursor" });
  }
}

export function orderBy({ by, id, nullable, direction }: Ordering): SQL[] {
  const way = direction === "asc" ? sql`asc` : sql`desc`;
  return [nullable ? sql`${by} ${way} nulls last` : sql`${by} ${way}`, sql`${id} ${way}`];
}

/** The records after the cursor, in the order of `orderBy`. */
export function afterCursor({ by, id, type, nullable, direction }: Ordering, { at, id: last }: Cursor): SQL {
  const beyond = direction === "asc" ? sql`>` : sql`<`;
  const later = sql`${id} ${beyond} ${last}::uuid`;
  if (at === null) return sql`(${by} is null and ${later})`;
  const value = sql`${at}::${sql.raw(casts[type] ?? "text")}`;
  if (!nullable) return sql`(${by}, ${id}) ${beyond} (${value}, ${last}::uuid)`;
  return sql`(${by} ${beyond} ${value} or (${by} = ${value} and ${later}) or ${by} is null)`;
}

const casts: Partial<Record<FieldType, string>> = {
  number: "bigint",
  money: "bigint",
  checkbox: "bigint",
  date: "timestamptz",
  datetime: "timestamptz",
};
