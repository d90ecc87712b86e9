import type { Invoice } from "./contract";
import { titleOf } from "./invoice-type";

/** What every event about an invoice tells. */
export function told(row: Invoice) {
  const { number, status, dealId, currency, totalMinor } = row;
  return { title: titleOf(row), number, status, dealId, currency, totalMinor };
}
