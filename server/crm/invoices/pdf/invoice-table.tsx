import { Text, View } from "@react-pdf/renderer";
import { lineAmounts } from "@/server/crm/line-items";
import type { LineItem } from "@/server/crm/line-items/contract";

import type { InvoiceDocument } from "../contract";
import { type Labels, unitLabel } from "./labels";
import { printedMoney } from "./printed-money";
import { styles } from "./styles";

type Props = { invoice: InvoiceDocument; words: Labels };

/** What is billed, a line each; columns that would be empty are left out. */
export function InvoiceTable({ invoice, words }: Props) {
  const { lines, language } = invoice;
  const discounts = lines.some((line) => lineAmounts(line).discountMinor > 0);
  const taxes = lines.some((line) => line.taxRate !== null);
  return (
    <View>
      <View style={[styles.headRow, styles.small]} fixed>
        <Text style={styles.no}>{words.no}</Text>
        <Text style={styles.name}>{words.name}</Text>
        <Text style={styles.quantity}>{words.quantity}</Text>
        <Text style={styles.money}>{words.price}</Text>
        {discounts && <Text style={styles.discount}>{words.discount}</Text>}
        {taxes && <Text style={styles.tax}>{words.tax}</Text>}
        <Text style={styles.money}>{words.amount}</Text>
      </View>
      {lines.map((line, place) => (
        <View key={line.id} style={styles.row} wrap={false}>
          <Text style={styles.no}>{place + 1}</Text>
          <Text style={styles.name}>{line.name}</Text>
          <Text style={styles.quantity}>
            {`${quantityText(line.quantity, language)} ${unitLabel(words, line.unit)}`}
          </Text>
          <Text style={styles.money}>{printedMoney(line.priceMinor, invoice.currency, language)}</Text>
          {discounts && <Text style={styles.discount}>{discountText(line, invoice)}</Text>}
          {taxes && (
            <Text style={styles.tax}>{line.taxRate === null ? "—" : rateText(line.taxRate, language)}</Text>
          )}
          <Text style={styles.money}>
            {printedMoney(lineAmounts(line).totalMinor, invoice.currency, language)}
          </Text>
        </View>
      ))}
    </View>
  );
}

/** "20 %" of 2000 hundredths. */
export function rateText(rate: number, language: string): string {
  const style = { style: "percent", maximumFractionDigits: 2 } as const;
  return new Intl.NumberFormat(language, style).format(rate / 10_000);
}

function quantityText(thousandths: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 3 }).format(thousandths / 1_000);
}

function discountText(line: LineItem, { currency, language }: InvoiceDocument): string {
  if (line.discount === 0) return "—";
  return line.discountKind === "percent"
    ? rateText(line.discount, language)
    : printedMoney(line.discount, currency, language);
}
