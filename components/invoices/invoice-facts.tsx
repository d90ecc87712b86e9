"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import { CompanyPicker, ContactPicker } from "@/components/deals/party-pickers";
import { CurrencyChoice } from "@/components/products/product-form";
import { Card } from "@/components/ui/card";
import { DatePicker } from "@/components/ui/date-picker";
import { Link } from "@/components/ui/link";
import { Textarea } from "@/components/ui/textarea";
import { useDates } from "@/components/workspace/dates";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import type { InvoiceView } from "@/server/crm/invoices/contract";
import { useInvoiceChanges } from "./use-invoice";

const languages = [
  { value: "ru", label: "Русский" },
  { value: "en", label: "English" },
] as const;

/** Whose invoice it is, of which deal, until when; a draft's are chosen here. */
export function InvoiceFacts({ invoice }: { invoice: InvoiceView }) {
  const t = useTranslations("invoices.fields");
  const { slug } = useWorkspace();
  const { day, toDay, fromDay } = useDates();
  const may = useMay();
  const { update } = useInvoiceChanges();
  const ids = { company: useId(), contact: useId(), due: useId(), language: useId(), currency: useId() };
  const editable = invoice.status === "draft" && may("invoice.edit", invoice);
  const named = (id: string | null) => id && { id, name: invoice.names[id] ?? "" };
  const change = (changes: Parameters<typeof update.mutate>[0]["changes"]) =>
    update.mutate({ invoiceId: invoice.id, version: invoice.version, changes });
  const control = {
    disabled: !editable || update.isPending,
    className: "border-transparent bg-transparent hover:bg-ink/6",
  };
  return (
    <Card>
      <section aria-label={t("about")} className="flex flex-col gap-1">
        {invoice.dealId && (
          <Row label={t("deal")}>
            <Link
              href={`/${slug}/deals/${invoice.dealId}`}
              className="px-2.5 font-medium text-accent-text hover:underline"
            >
              {invoice.names[invoice.dealId]}
            </Link>
          </Row>
        )}
        <Row label={t("company")} htmlFor={ids.company}>
          <CompanyPicker
            {...control}
            id={ids.company}
            value={named(invoice.companyId)}
            onChange={(one) =>
              change({ companyId: one?.id ?? null, ...(!one && { contactId: invoice.contactId }) })
            }
          />
        </Row>
        <Row label={t("contact")} htmlFor={ids.contact}>
          <ContactPicker
            {...control}
            id={ids.contact}
            value={named(invoice.contactId)}
            onChange={(one) => change({ contactId: one?.id ?? null, companyId: invoice.companyId })}
          />
        </Row>
        {invoice.issuedAt && (
          <Row label={t("issued")}>
            <span className="px-2.5">{day(invoice.issuedAt)}</span>
          </Row>
        )}
        <Row label={t("due")} htmlFor={ids.due}>
          <DatePicker
            {...control}
            id={ids.due}
            placeholder={t("dueDefault")}
            value={toDay(invoice.dueAt)}
            onValueChange={(chosen) => change({ dueAt: fromDay(chosen) })}
          />
        </Row>
        {editable && invoice.totalMinor === 0 && (
          <Row label={t("currency")}>
            <CurrencyChoice
              value={invoice.currency}
              onChange={(currency) => change({ currency })}
              label={t("currency")}
            />
          </Row>
        )}
        <Row label={t("language")} htmlFor={ids.language}>
          <select
            id={ids.language}
            disabled={control.disabled}
            className="control border-transparent bg-transparent hover:bg-ink/6"
            value={invoice.language}
            onChange={({ target }) => change({ language: target.value === "ru" ? "ru" : "en" })}
          >
            {languages.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </Row>
        <Note
          key={invoice.note}
          note={invoice.note}
          disabled={!editable}
          onSave={(note) => change({ note })}
        />
      </section>
    </Card>
  );
}

function Row({ label, htmlFor, children }: { label: string; htmlFor?: string; children: ReactNode }) {
  return (
    <div className="grid min-h-9 grid-cols-[6.5rem_minmax(0,1fr)] items-center gap-2">
      <label htmlFor={htmlFor} className="text-ink-muted">
        {label}
      </label>
      <div className="min-w-0">{children}</div>
    </div>
  );
}

type NoteProps = { note: string | null; disabled: boolean; onSave: (note: string | null) => void };

function Note({ note, disabled, onSave }: NoteProps) {
  const t = useTranslations("invoices.fields");
  const id = useId();
  const [draft, setDraft] = useState(note ?? "");
  if (disabled && !note) return null;
  return (
    <div className="mt-1 flex flex-col gap-1">
      <label htmlFor={id} className="text-ink-muted">
        {t("note")}
      </label>
      <Textarea
        id={id}
        rows={3}
        maxLength={2_000}
        disabled={disabled}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => draft.trim() !== (note ?? "") && onSave(draft.trim() || null)}
      />
    </div>
  );
}
