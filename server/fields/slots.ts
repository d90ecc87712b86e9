import { type SQL, sql } from "drizzle-orm";
import { type FieldType, fold, plainText } from "@/server/filter";
import type { CustomField } from "./contract";
import { isMoney } from "./define-field";

/** Custom numbers are compared as whole ten-thousandths. */
export const numberScale = 10_000;

type SlotKind = "slotText" | "slotNumber" | "slotTime";

const kinds: Partial<Record<FieldType, SlotKind>> = {
  text: "slotText",
  url: "slotText",
  list: "slotText",
  member: "slotText",
  link: "slotText",
  number: "slotNumber",
  money: "slotNumber",
  checkbox: "slotNumber",
  date: "slotTime",
  datetime: "slotTime",
};

const counts: Record<SlotKind, number> = { slotText: 8, slotNumber: 8, slotTime: 4 };

/** The slots a type may take, first to last; none for a type that is filtered without one. */
export function slotsFor(type: FieldType): string[] {
  const kind = kinds[type];
  return kind ? slotsOf(kind) : [];
}

function slotsOf(kind: SlotKind): string[] {
  return Array.from({ length: counts[kind] }, (_, n) => `${kind}${n + 1}`);
}

/** Every slot a record has. */
export const allSlots: readonly string[] = (Object.keys(counts) as SlotKind[]).flatMap(slotsOf);

/** A stored value as its slot repeats it. */
export function slotValue({ type }: Pick<CustomField, "type">, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (type === "text" || type === "url") return fold(plainText(value));
  if (type === "number") return Math.round(Number(value) * numberScale);
  if (type === "money") return isMoney(value) ? value.amountMinor : null;
  if (type === "checkbox") return value === true ? 1 : 0;
  if (type === "date") return new Date(`${plainText(value)}T00:00:00Z`);
  if (type === "datetime") return new Date(plainText(value));
  return plainText(value);
}

/** The same in SQL, for records written before the field had a slot. */
export function slotSql({ type, key }: Pick<CustomField, "type" | "key">, custom: SQL): SQL {
  const text = sql`(${custom} ->> ${key}::text)`;
  if (type === "text" || type === "url") return sql`lower(${text})`;
  if (type === "number") return sql`round(${text}::numeric * ${numberScale})::bigint`;
  if (type === "money") return sql`(${custom} -> ${key}::text ->> 'amountMinor')::bigint`;
  if (type === "checkbox") return sql`${text}::boolean::integer::bigint`;
  if (type === "date") return sql`(${text} || 'T00:00:00Z')::timestamptz`;
  if (type === "datetime") return sql`${text}::timestamptz`;
  return text;
}
