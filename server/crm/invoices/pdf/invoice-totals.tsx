import { Text, View } from "@react-pdf/renderer";

import type { InvoiceDocument } from "../contract";
import { rateText } from "./invoice-table";
import type { Labels } from "./labels";
import { printedMoney } from "./printed-money";
import { styles } from "./styles";

/** What it comes to: before discounts, off, the taxes, and the sum to pay. */
export function InvoiceTotals({ invoice, words }: { invoice: InvoiceDocument; words: Labels }) {
  const { totals, currency, language, paidMinor } = invoice;
  const money = (minor: number) => printedMoney(minor, currency, language);
  const onTop = totals.taxes.some((tax) => !tax.taxIncluded);
  const partly = paidMinor > 0 && paidMinor < totals.totalMinor;
  return (
    <View style={styles.totals} wrap={false}>
      {(totals.discountMinor > 0 || onTop) && (
        <Line label={words.subtotal} value={money(totals.subtotalMinor)} />
      )}
      {totals.discountMinor > 0 && <Line label={words.discount} value={`−${money(totals.discountMinor)}`} />}
      {totals.taxes.map(({ taxRate, taxIncluded, taxMinor }) => {
        const rate = rateText(taxRate, language);
        const label = taxIncluded ? words.included(rate) : words.onTop(rate);
        return <Line key={label} label={label} value={money(taxMinor)} />;
      })}
      {totals.taxes.length === 0 && words.noTax ? <Line label={words.noTax} value="—" /> : null}
      <View style={styles.grand}>
        <Text>{words.total}</Text>
        <Text>{money(totals.totalMinor)}</Text>
      </View>
      {partly && <Line label={words.paidSoFar} value={money(paidMinor)} />}
      {partly && <Line label={words.left} value={money(totals.totalMinor - paidMinor)} />}
    </View>
  );
}

function Line({ label, value }: { label: string; value: string }) {
  return (
    <View style={styles.total}>
      <Text style={styles.muted}>{label}</Text>
      <Text>{value}</Text>
    </View>
  );
}
