import { formatMoney, type Language } from "@/server/platform";
import { textIn } from "./define-type";

/** What an invoice's event says it comes to. */
export function totalOf(data: Record<string, unknown>): Record<string, unknown> {
  return { totalMinor: data.totalMinor, currency: data.currency };
}

/** The same in words. */
export function totalIn(data: Record<string, unknown>, language: Language): string {
  const { totalMinor } = data;
  return typeof totalMinor === "number" ? formatMoney(totalMinor, textIn(data, "currency"), language) : "";
}
