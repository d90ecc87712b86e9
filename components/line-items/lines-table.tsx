"use client";

import { useLocale, useTranslations } from "next-intl";
import { Table, TableBody, TableCell, TableHead, TableHeadCell, TableRow } from "@/components/ui/table";
import { type LineItem, lineAmounts, type Totals } from "@/server/crm/line-items/contract";
import { formatMoney } from "@/server/platform/money";
import { formatRate, formatScaled } from "./scaled";
import { TotalsView } from "./totals-view";
import { useUnits } from "./unit-select";

type LinesTableProps = { lines: readonly LineItem[]; totals: Totals; currency: string };

/** Lines to be read only. */
export function LinesTable({ lines, totals, currency }: LinesTableProps) {
  const t = useTranslations("products.lines");
  const locale = useLocale();
  const unit = useUnits();
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const discounts = totals.discountMinor > 0;
  const taxes = totals.taxes.length > 0;
  return (
    <section aria-label={t("label")} className="flex flex-col gap-3">
      <Table>
        <TableHead>
          <tr>
            <TableHeadCell>{t("name")}</TableHeadCell>
            <TableHeadCell numeric>{t("quantity")}</TableHeadCell>
            <TableHeadCell numeric className="max-md:hidden">
              {t("price")}
            </TableHeadCell>
            {discounts && (
              <TableHeadCell numeric className="max-md:hidden">
                {t("discount")}
              </TableHeadCell>
            )}
            {taxes && (
              <TableHeadCell numeric className="max-md:hidden">
                {t("tax")}
              </TableHeadCell>
            )}
            <TableHeadCell numeric>{t("sum")}</TableHeadCell>
          </tr>
        </TableHead>
        <TableBody>
          {lines.map((line) => {
            const { discountMinor, totalMinor } = lineAmounts(line);
            return (
              <TableRow key={line.id}>
                <TableCell className="min-w-28">{line.name}</TableCell>
                <TableCell numeric>
                  {formatScaled(line.quantity, 3, locale)} {unit(line.unit)}
                  <span className="block text-sm text-ink-muted md:hidden">× {money(line.priceMinor)}</span>
                </TableCell>
                <TableCell numeric className="max-md:hidden">
                  {money(line.priceMinor)}
                </TableCell>
                {discounts && (
                  <TableCell numeric className="max-md:hidden">
                    {discountMinor > 0 ? `−${money(discountMinor)}` : "—"}
                  </TableCell>
                )}
                {taxes && (
                  <TableCell numeric className="max-md:hidden">
                    {line.taxRate === null ? "—" : formatRate(line.taxRate, locale)}
                  </TableCell>
                )}
                <TableCell numeric className="font-medium">
                  {money(totalMinor)}
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
      <TotalsView totals={totals} currency={currency} />
    </section>
  );
}
