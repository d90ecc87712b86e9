"use client";

import { useTranslations } from "next-intl";
import { type SubmitEvent, useId, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { Button } from "@/components/ui/button";
import { DatePicker } from "@/components/ui/date-picker";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { InlineAlert } from "@/components/ui/inline-alert";
import { Input } from "@/components/ui/input";
import { MoneyInput } from "@/components/ui/money-input";
import { toast } from "@/components/ui/toast";
import { useDates } from "@/components/workspace/dates";
import type { InvoiceView } from "@/server/crm/invoices/contract";
import { useInvoiceChanges } from "./use-invoice";

/** Writes down money that came, all that is left unless told otherwise. */
export function PayDialog({ invoice, onDone }: { invoice: InvoiceView; onDone: () => void }) {
  const t = useTranslations("invoices.payments");
  const form = useId();
  const { today, fromDay } = useDates();
  const { pay } = useInvoiceChanges();
  const { say, fields } = useRefusals();
  const [amountMinor, setAmount] = useState<number | null>(invoice.totalMinor - invoice.paidMinor);
  const [day, setDay] = useState<string | null>(today);
  const [note, setNote] = useState("");
  const faults = fields(pay.error);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const paidAt = fromDay(day) ?? undefined;
    pay.mutate(
      { invoiceId: invoice.id, amountMinor: amountMinor ?? 0, paidAt, note },
      {
        onSuccess: () => {
          toast.success(t("recorded"));
          onDone();
        },
      },
    );
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onDone()}>
      <DialogContent
        size="sm"
        title={t("dialog")}
        footer={
          <>
            <Button onClick={onDone}>{t("cancel")}</Button>
            <Button type="submit" form={form} variant="primary" pending={pay.isPending}>
              {t("record")}
            </Button>
          </>
        }
      >
        <form id={form} onSubmit={submit} noValidate className="flex flex-col gap-3">
          {pay.error && Object.keys(faults).length === 0 && (
            <InlineAlert tone="danger">{say(pay.error)}</InlineAlert>
          )}
          <Field label={t("amount")} error={faults.amountMinor}>
            <MoneyInput currency={invoice.currency} value={amountMinor} onValueChange={setAmount} />
          </Field>
          <Field label={t("day")} error={faults.paidAt}>
            <DatePicker value={day} onValueChange={setDay} />
          </Field>
          <Field label={t("note")} error={faults.note}>
            <Input maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  );
}
