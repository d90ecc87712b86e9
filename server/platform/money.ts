import { z } from "zod";

/** The currencies offered in the pickers; any three-letter code is stored. */
export const currencies = ["RUB", "USD", "EUR", "KZT", "BYN", "UAH", "GBP", "CNY", "TRY", "AED"] as const;

/** An amount in minor units (kopecks, cents), at most a hundred billion units. */
export const amountMinor = z.number().int().min(0).max(10_000_000_000_000);

export const currency = z.string().regex(/^[A-Z]{3}$/);

/** "1 234,50 ₽" in the reader's language; whole amounts drop their minor part. */
export function formatMoney(minor: number, code: string, language: string): string {
  return new Intl.NumberFormat(language, {
    style: "currency",
    currency: code,
    minimumFractionDigits: minor % 100 === 0 ? 0 : 2,
    maximumFractionDigits: 2,
  }).format(minor / 100);
}
