import { z } from "zod";
import { amountMinor } from "@/server/platform/money";
import { requiredText } from "@/server/platform/text";

export type { LineAmounts, Totals } from "./rules";
export { lineAmounts, totalsOf } from "./rules";

/** Units offered for what is sold; any short text is stored. */
export const units = ["pcs", "h", "day", "month", "kg", "t", "m", "m2", "m3", "l", "set", "service"] as const;

/** One line of a deal or an invoice; amounts in the record's currency. */
export type LineItem = {
  id: string;
  productId: string | null;
  name: string;
  unit: string;
  /** In thousandths: 1500 is one and a half. */
  quantity: number;
  priceMinor: number;
  discountKind: "percent" | "amount";
  /** In hundredths of a percent, or in minor units off the whole line. */
  discount: number;
  /** In hundredths of a percent; null: no tax. */
  taxRate: number | null;
  /** Is the tax inside the price, or added on top? */
  taxIncluded: boolean;
};

/** A line without its identity. */
export type LineContent = Omit<LineItem, "id">;

export const taxRate = z.number().int().min(0).max(10_000).nullable();
export const unit = requiredText(20);
const quantity = z.number().int().min(1).max(1_000_000_000);

const line = {
  name: requiredText(300),
  unit,
  quantity,
  priceMinor: amountMinor,
  discountKind: z.enum(["percent", "amount"]),
  discount: amountMinor,
  taxRate,
  taxIncluded: z.boolean(),
};

const given = z.strictObject({ ...line, productId: z.uuid().nullable(), id: z.uuid() }).partial();
const needsName = { path: ["name"], params: { code: "required" } };
const needsRange = { path: ["discount"], params: { code: "invalid" } };

/** A line as it comes in: what a product says need not be said again. */
export const NewLine = given
  .omit({ id: true })
  .refine(hasName, needsName)
  .refine(isDiscountInRange, needsRange);
export type NewLine = z.output<typeof NewLine>;

/** A line that says everything, as our own export writes it. */
export const WholeLine = z
  .strictObject({ ...line, productId: z.uuid().nullable() })
  .refine(isDiscountInRange, needsRange);

/** A line among all of a record's: with an `id` it stays that line. */
const AnyLine = given.refine(hasName, needsName).refine(isDiscountInRange, needsRange);

export const LineChanges = z.strictObject(line).partial();

const recordId = z.uuid();
export const LinesOf = z.strictObject({ recordId });

/** Every line anew. */
export const SetLines = z.strictObject({ recordId, lines: z.array(AnyLine).max(300) });
export const AddLines = z.strictObject({
  recordId,
  lines: z.array(NewLine).min(1).max(300),
  /** The line they come after; absent: the last. */
  afterId: z.uuid().nullish(),
});
export const UpdateLine = z.strictObject({ recordId, lineId: z.uuid(), changes: LineChanges });
export const RemoveLine = z.strictObject({ recordId, lineId: z.uuid() });
/** All lines in the order wanted. */
export const ReorderLines = z.strictObject({ recordId, lineIds: z.array(z.uuid()).max(300) });

function hasName(one: { productId?: string | null | undefined; name?: string | undefined }): boolean {
  return Boolean(one.productId) || Boolean(one.name);
}

/** Whether a discount in percent is at most a hundred of them. */
export function isDiscountInRange(one: { discountKind?: string | undefined; discount?: number | undefined }) {
  return one.discountKind === "amount" || (one.discount ?? 0) <= 10_000;
}
