"use client";

import { X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Progress } from "@/components/ui/progress";
import { toast } from "@/components/ui/toast";
import { useDates } from "@/components/workspace/dates";
import { useMay } from "@/components/workspace/workspace";
import type { InvoiceView } from "@/server/crm/invoices/contract";
import type { RecordData } from "@/server/crm/records/contract";
import { formatMoney } from "@/server/platform/money";
import { useInvoice, useInvoiceChanges } from "./use-invoice";

/** What an issued invoice comes to and what was paid; a draft asks for nothing yet. */
export function InvoicePayments({ record }: { record: RecordData }) {
  const { data: invoice } = useInvoice(record.id);
  return invoice && invoice.status !== "draft" ? <PaymentsPanel invoice={invoice} /> : null;
}

/** What came for an invoice, and what is left. */
function PaymentsPanel({ invoice }: { invoice: InvoiceView }) {
  const t = useTranslations("invoices.payments");
  const locale = useLocale();
  const { day } = useDates();
  const may = useMay();
  const { removePayment, pay } = useInvoiceChanges();
  const money = (minor: number) => formatMoney(minor, invoice.currency, locale);
  const { paidMinor, totalMinor } = invoice;
  const left = Math.max(0, totalMinor - paidMinor);
  const mayEdit = may("invoice.edit", invoice);
  return (
    <Card>
      <CardHeader
        title={t("title")}
        text={t("paidOf", { paid: money(paidMinor), total: money(totalMinor) })}
      />
      <Progress
        label={t("title")}
        value={totalMinor > 0 ? Math.min(100, (paidMinor / totalMinor) * 100) : 0}
      />
      {invoice.status !== "void" && (
        <p className="mt-2 font-medium">{left === 0 ? t("paidInFull") : t("left", { left: money(left) })}</p>
      )}
      {invoice.payments.length === 0 && <p className="mt-2 text-ink-muted">{t("none")}</p>}
      <ul className="mt-2 flex flex-col">
        {invoice.payments.map(({ id, amountMinor, paidAt, method, note }) => (
          <li key={id} className="flex min-h-9 items-center gap-2 border-t py-1.5">
            <div className="min-w-0 flex-1">
              <p className="tabular font-medium">{money(amountMinor)}</p>
              <p className="truncate text-sm text-ink-muted">
                {day(paidAt)} · {t(method === "hand" ? "byHand" : "byWebhook")}
                {note && ` · ${note}`}
              </p>
            </div>
            {mayEdit && method === "hand" && (
              <Button
                size="icon-sm"
                variant="ghost"
                aria-label={t("remove", { amount: money(amountMinor) })}
                onClick={() =>
                  removePayment.mutate(
                    { invoiceId: invoice.id, paymentId: id },
                    {
                      onSuccess: () =>
                        toast.success(t("removed"), {
                          undo: () => pay.mutate({ invoiceId: invoice.id, amountMinor, paidAt, note }),
                        }),
                    },
                  )
                }
              >
                <X />
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
