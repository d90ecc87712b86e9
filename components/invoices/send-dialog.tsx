"use client";

import { useTranslations } from "next-intl";
import { type SubmitEvent, useId, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { InlineAlert } from "@/components/ui/inline-alert";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import type { InvoiceView } from "@/server/crm/invoices/contract";
import { useInvoiceChanges } from "./use-invoice";

/** A letter to the buyer with the link to the invoice. */
export function SendDialog({ invoice, onDone }: { invoice: InvoiceView; onDone: () => void }) {
  const t = useTranslations("invoices.send");
  const form = useId();
  const { send } = useInvoiceChanges();
  const { say, fields } = useRefusals();
  const [to, setTo] = useState(invoice.buyer.email ?? "");
  const [message, setMessage] = useState("");
  // Pressed twice, it is one letter; opened again, it is another.
  const [key] = useState(() => crypto.randomUUID());
  const faults = fields(send.error);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    send.mutate(
      { invoiceId: invoice.id, to, message, key },
      {
        onSuccess: () => {
          toast.success(t("sent", { to }));
          onDone();
        },
      },
    );
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onDone()}>
      <DialogContent
        title={t("title")}
        description={t("text")}
        footer={
          <>
            <Button onClick={onDone}>{t("cancel")}</Button>
            <Button type="submit" form={form} variant="primary" pending={send.isPending}>
              {t("send")}
            </Button>
          </>
        }
      >
        <form id={form} onSubmit={submit} noValidate className="flex flex-col gap-3">
          {send.error && Object.keys(faults).length === 0 && (
            <InlineAlert tone="danger">{say(send.error)}</InlineAlert>
          )}
          <Field label={t("to")} required error={faults.to}>
            <Input type="email" maxLength={254} value={to} onChange={(event) => setTo(event.target.value)} />
          </Field>
          <Field label={t("message")} error={faults.message}>
            <Textarea
              rows={4}
              maxLength={5_000}
              value={message}
              onChange={(event) => setMessage(event.target.value)}
            />
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  );
}
