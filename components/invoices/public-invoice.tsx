import { Download } from "lucide-react";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { formatRate, formatScaled } from "@/components/line-items/scaled";
import { Button } from "@/components/ui/button";
import { InlineAlert } from "@/components/ui/inline-alert";
import type { InvoiceDocument, Requisites } from "@/server/crm/invoices/contract";
import { type LineItem, lineAmounts, units } from "@/server/crm/line-items/contract";
import { formatMoney } from "@/server/platform/money";

type PublicInvoiceProps = { invoice: InvoiceDocument; pdf: string };

/** An invoice as whoever has its link sees it: what is to be paid, to whom, and whether it was. */
export function PublicInvoice({ invoice, pdf }: PublicInvoiceProps) {
  const t = useTranslations("invoices.public");
  const locale = useLocale();
  const { currency, totals, paidMinor, status, seller } = invoice;
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const left = Math.max(0, totals.totalMinor - paidMinor);
  return (
    <main className="mx-auto flex w-full max-w-3xl flex-col gap-4 px-4 py-8">
      <States invoice={invoice} />
      <article className="rounded-xl bg-surface p-6 shadow-low max-sm:p-4">
        <header className="flex flex-wrap items-start gap-x-6 gap-y-3">
          <div className="min-w-0 flex-1 max-sm:basis-full">
            <p className="text-ink-muted">{seller.name}</p>
            <h1 className="text-2xl font-semibold tracking-tight">
              {t("title", { number: invoice.number ?? "" })}
            </h1>
            <Dates invoice={invoice} />
          </div>
          {status !== "void" && (
            <div className="text-right max-sm:text-left">
              <p className="text-sm text-ink-muted">{t(status === "paid" ? "paid" : "toPay")}</p>
              <p className="tabular text-2xl font-semibold">{money(status === "paid" ? paidMinor : left)}</p>
            </div>
          )}
        </header>
        <div className="mt-6 grid gap-5 sm:grid-cols-2">
          <Party label={t("from")} party={seller} />
          <Party label={t("to")} party={invoice.buyer} />
        </div>
        {seller.bank && status !== "void" && (
          <section className="mt-5 rounded-md bg-sunken px-4 py-3">
            <h2 className="text-sm text-ink-muted">{t("bank")}</h2>
            <p className="break-words whitespace-pre-line">{seller.bank}</p>
          </section>
        )}
        <ul className="mt-6 border-t">
          {invoice.lines.map((line) => (
            <Line key={line.id} line={line} currency={currency} />
          ))}
        </ul>
        <dl className="mt-4 ml-auto grid max-w-72 grid-cols-[1fr_auto] gap-x-6 gap-y-1">
          <Taxes invoice={invoice} />
          <dt className="font-semibold">{t("total")}</dt>
          <dd className="tabular text-right text-lg font-semibold">{money(totals.totalMinor)}</dd>
          {paidMinor > 0 && left > 0 && (
            <>
              <dt className="text-ink-muted">{t("paid")}</dt>
              <dd className="tabular text-right">{money(paidMinor)}</dd>
              <dt className="font-medium">{t("left")}</dt>
              <dd className="tabular text-right font-medium">{money(left)}</dd>
            </>
          )}
        </dl>
        {invoice.note && <p className="mt-6 break-words whitespace-pre-line">{invoice.note}</p>}
      </article>
      <div className="flex flex-wrap items-center gap-3">
        <Button asChild variant="primary" size="lg">
          <a href={pdf} download>
            <Download />
            {t("download")}
          </a>
        </Button>
        <p className="ml-auto text-sm text-ink-muted">{t("poweredBy")}</p>
      </div>
    </main>
  );
}

function useDay() {
  const format = useFormatter();
  return (day: string) =>
    format.dateTime(new Date(`${day}T00:00:00Z`), { dateStyle: "long", timeZone: "UTC" });
}

function States({ invoice: { status, paid } }: { invoice: InvoiceDocument }) {
  const t = useTranslations("invoices.public");
  const day = useDay();
  if (status === "void") return <InlineAlert tone="danger">{t("void")}</InlineAlert>;
  if (status === "paid")
    return <InlineAlert tone="ok">{t("paidOn", { day: paid ? day(paid) : "" })}</InlineAlert>;
  if (status === "overdue") return <InlineAlert tone="warn">{t("overdue")}</InlineAlert>;
  return null;
}

function Dates({ invoice: { issued, due } }: { invoice: InvoiceDocument }) {
  const t = useTranslations("invoices.public");
  const day = useDay();
  return (
    <p className="mt-1 flex flex-wrap gap-x-5 text-ink-muted">
      {issued && <span>{`${t("issued")}: ${day(issued)}`}</span>}
      {due && <span>{`${t("due")}: ${day(due)}`}</span>}
    </p>
  );
}

function Party({ label, party }: { label: string; party: Requisites }) {
  const t = useTranslations("invoices.fields");
  const codes = [
    party.taxId && `${t("taxId")} ${party.taxId}`,
    party.taxReason && `${t("taxReason")} ${party.taxReason}`,
  ];
  const lines = [codes.filter(Boolean).join(", "), party.address, party.phone, party.email].filter(Boolean);
  return (
    <section className="min-w-0">
      <h2 className="text-sm text-ink-muted">{label}</h2>
      <p className="font-semibold break-words">{party.name || "—"}</p>
      {lines.map((line) => (
        <p key={line} className="break-words text-ink-muted">
          {line}
        </p>
      ))}
    </section>
  );
}

function Line({ line, currency }: { line: LineItem; currency: string }) {
  const locale = useLocale();
  const t = useTranslations("products.units");
  const known = units.find((one) => one === line.unit);
  const unit = known ? t(known) : line.unit;
  const { discountMinor, totalMinor } = lineAmounts(line);
  const price = formatMoney(line.priceMinor, currency, locale);
  const off = discountMinor > 0 ? ` − ${formatMoney(discountMinor, currency, locale)}` : "";
  return (
    <li className="flex items-baseline gap-4 border-b py-2.5">
      <div className="min-w-0 flex-1">
        <p className="break-words">{line.name}</p>
        <p className="tabular text-sm text-ink-muted">
          {`${formatScaled(line.quantity, 3, locale)} ${unit} × ${price}${off}`}
        </p>
      </div>
      <p className="tabular font-medium whitespace-nowrap">{formatMoney(totalMinor, currency, locale)}</p>
    </li>
  );
}

function Taxes({ invoice: { totals, currency } }: { invoice: InvoiceDocument }) {
  const t = useTranslations("products.lines");
  const locale = useLocale();
  return totals.taxes.map(({ taxRate, taxIncluded, taxMinor }) => (
    <div key={`${taxRate}${taxIncluded}`} className="contents">
      <dt className="text-ink-muted">
        {t(taxIncluded ? "taxIncluded" : "taxOnTop", { rate: formatRate(taxRate, locale) })}
      </dt>
      <dd className="tabular text-right">{formatMoney(taxMinor, currency, locale)}</dd>
    </div>
  ));
}
