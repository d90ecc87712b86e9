import { Document, Page, Text, View } from "@react-pdf/renderer";
import type { InvoiceDocument, Requisites } from "../contract";
import { InvoiceTable } from "./invoice-table";
import { InvoiceTotals } from "./invoice-totals";
import { type Labels, labels } from "./labels";
import { moneyInWords } from "./money-in-words";
import { styles } from "./styles";

/** An invoice on paper. */
export function InvoicePages({ invoice }: { invoice: InvoiceDocument }) {
  const words = labels[invoice.language];
  const title = invoice.number ? words.title(invoice.number) : words.draft;
  const { seller } = invoice;
  const spelt = invoice.language === "ru" ? moneyInWords(invoice.totals.totalMinor, invoice.currency) : null;
  return (
    <Document title={title} author={seller.name} language={invoice.language} creator="Pult" producer="Pult">
      <Page size="A4" style={styles.page}>
        <View style={styles.head}>
          <View>
            <Text style={styles.title}>{title}</Text>
            <View style={styles.dates}>
              {invoice.issued && (
                <Day label={words.issued} day={invoice.issued} language={invoice.language} />
              )}
              {invoice.due && <Day label={words.due} day={invoice.due} language={invoice.language} />}
            </View>
          </View>
          <Stamp invoice={invoice} words={words} />
        </View>
        <View style={styles.parties}>
          <Party label={words.seller} party={seller} words={words} />
          <Party label={words.buyer} party={invoice.buyer} words={words} />
        </View>
        {seller.bank ? (
          <View style={styles.bank} wrap={false}>
            <Text style={styles.small}>{words.bank}</Text>
            <Text>{seller.bank}</Text>
          </View>
        ) : null}
        <InvoiceTable invoice={invoice} words={words} />
        <InvoiceTotals invoice={invoice} words={words} />
        {spelt ? <Text style={styles.words}>{spelt}</Text> : null}
        {invoice.note ? <Text style={styles.note}>{invoice.note}</Text> : null}
        {seller.signer ? (
          <View style={styles.signature} wrap={false}>
            <Text style={styles.muted}>{words.signer}</Text>
            <View style={styles.rule} />
            <Text>{seller.signer}</Text>
          </View>
        ) : null}
        <View style={styles.foot} fixed>
          <Text>{title}</Text>
          <Text render={({ pageNumber, totalPages }) => words.page(pageNumber, totalPages)} />
        </View>
      </Page>
    </Document>
  );
}

function Day({ label, day, language }: { label: string; day: string; language: "en" | "ru" }) {
  const format = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  return (
    <View style={styles.date}>
      <Text style={styles.small}>{label}</Text>
      <Text>{format.format(new Date(`${day}T00:00:00Z`))}</Text>
    </View>
  );
}

function Stamp({ invoice, words }: { invoice: InvoiceDocument; words: Labels }) {
  if (invoice.status !== "paid" && invoice.status !== "void") return null;
  return <Text style={[styles.stamp, styles[invoice.status]]}>{words[invoice.status]}</Text>;
}

function Party({ label, party, words }: { label: string; party: Requisites; words: Labels }) {
  const codes = [
    party.taxId && `${words.taxId} ${party.taxId}`,
    party.taxReason && `${words.taxReason} ${party.taxReason}`,
  ];
  const lines = [codes.filter(Boolean).join(", "), party.address, party.phone, party.email].filter(Boolean);
  return (
    <View style={styles.party}>
      <Text style={styles.small}>{label}</Text>
      <Text style={styles.strong}>{party.name || "—"}</Text>
      {lines.map((line) => (
        <Text key={line} style={styles.muted}>
          {line}
        </Text>
      ))}
    </View>
  );
}
