"use client";

import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { useMay } from "@/components/workspace/workspace";
import type { InvoiceView, Requisites } from "@/server/crm/invoices/contract";
import { RequisitesFields } from "./requisites-fields";
import { useInvoiceChanges } from "./use-invoice";

type PartyCardProps = { invoice: InvoiceView; side: "seller" | "buyer" };

/** Who sells or who buys, as it is printed; a draft's buyer is edited in its place. */
export function PartyCard({ invoice, side }: PartyCardProps) {
  const t = useTranslations("invoices.fields");
  const may = useMay();
  const { update } = useInvoiceChanges();
  const party = invoice[side];
  const [draft, setDraft] = useState<Requisites | null>(null);
  const editable = side === "buyer" && invoice.status === "draft" && may("invoice.edit", invoice);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!draft) return;
    update.mutate(
      { invoiceId: invoice.id, version: invoice.version, changes: { buyer: draft } },
      { onSuccess: () => toast.success(t("saved")) },
    );
  };
  if (draft) {
    return (
      <form onSubmit={submit} aria-label={t(side)} className="flex flex-col gap-2">
        <h2 className="text-sm text-ink-muted">{t(side)}</h2>
        <RequisitesFields value={draft} onChange={setDraft} only={buyerFields} />
        <div className="flex gap-2">
          <Button type="submit" variant="primary" pending={update.isPending}>
            {t("save")}
          </Button>
          <Button onClick={() => setDraft(null)}>{t("cancel")}</Button>
        </div>
      </form>
    );
  }
  const codes = [
    party.taxId && `${t("taxId")} ${party.taxId}`,
    party.taxReason && `${t("taxReason")} ${party.taxReason}`,
  ];
  const lines = [codes.filter(Boolean).join(", "), party.address, party.phone, party.email].filter(Boolean);
  return (
    <section aria-label={t(side)} className="min-w-0">
      <div className="flex min-h-7 items-center gap-1">
        <h2 className="text-sm text-ink-muted">{t(side)}</h2>
        {editable && (
          <Button
            size="icon-sm"
            variant="ghost"
            aria-label={`${t("edit")}: ${t(side)}`}
            onClick={() => setDraft(party)}
          >
            <Pencil />
          </Button>
        )}
      </div>
      <p className="font-semibold break-words">{party.name || "—"}</p>
      {lines.map((line) => (
        <p key={line} className="break-words text-ink-muted">
          {line}
        </p>
      ))}
      {party.bank && (
        <p className="mt-1 text-sm break-words whitespace-pre-line text-ink-muted">{party.bank}</p>
      )}
    </section>
  );
}

const buyerFields = ["name", "taxId", "taxReason", "address", "phone", "email"] as const;
