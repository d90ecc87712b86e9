import { AppError } from "@/server/platform";
import { isDiscountInRange, type LineItem, type NewLine } from "./contract";

/** A line with what was said of it; undefined leaves a part as it is. @throws INVALID at `discount` */
export function changed(line: LineItem, said: Omit<NewLine, "productId">): LineItem {
  const values = Object.entries(said).filter(([, value]) => value !== undefined);
  const after = { ...line, ...Object.fromEntries(values) };
  if (!isDiscountInRange(after)) throw new AppError("INVALID", {}, { field: "discount" });
  return after;
}
