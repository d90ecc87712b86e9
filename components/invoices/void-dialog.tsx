"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import type { InvoiceView } from "@/server/crm/invoices/contract";
import { useInvoiceChanges } from "./use-invoice";

/** Asks why an invoice is no longer valid, and whether that is meant. */
export function VoidDialog({ invoice, onDone }: { invoice: InvoiceView; onDone: () => void }) {
  const t = useTranslations("invoices.void");
  const tField = useTranslations("errors.field");
  const changes = useInvoiceChanges();
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const number = invoice.number ?? "";
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onDone()}
      title={t("title", { number })}
      text={t("text")}
      confirmLabel={t("confirm")}
      danger
      pending={changes.void.isPending}
      onConfirm={() => {
        if (!reason.trim()) return setMissing(true);
        changes.void.mutate(
          { invoiceId: invoice.id, reason },
          { onSuccess: () => toast.success(t("done", { number })), onSettled: onDone },
        );
      }}
    >
      <Field label={t("reason")} required error={missing && !reason.trim() && tField("required")}>
        <Input maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </ConfirmDialog>
  );
}
