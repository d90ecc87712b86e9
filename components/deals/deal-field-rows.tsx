"use client";

import { useTranslations } from "next-intl";
import { Fragment, type ReactNode, useId } from "react";
import { useRefusals } from "@/components/api/refusal";
import { toast } from "@/components/ui/toast";
import { useDates } from "@/components/workspace/dates";
import { useMay } from "@/components/workspace/workspace";
import type { DealCard } from "@/server/crm/deals/contract";
import { AmountRow } from "./amount-row";
import { ContactRows } from "./contact-rows";
import { DealControl } from "./deal-control";
import type { DealFieldKey } from "./deal-fields";
import { type DealChanges, useUpdateDeal } from "./use-update-deal";

const picked = ["contactId", "companyId", "ownerId", "sourceId", "closesAt"] as const;

/** The deal's fields, each edited where it stands. */
export function DealFieldRows({ deal }: { deal: DealCard }) {
  const t = useTranslations("deal");
  const { moment } = useDates();
  return (
    <section aria-label={t("about")} className="flex flex-col gap-1">
      <Row label={t("fields.amountMinor")}>
        <AmountRow deal={deal} />
      </Row>
      {picked.map((field) => (
        <Fragment key={field}>
          <PickedRow field={field} deal={deal} />
          {field === "contactId" && deal.contactId && (
            <ContactRows key={deal.contactId} contactId={deal.contactId} />
          )}
        </Fragment>
      ))}
      <p className="mt-2 text-sm text-ink-muted">{t("created", { moment: moment(deal.createdAt) })}</p>
    </section>
  );
}

function Row({ label, htmlFor, children }: { label: string; htmlFor?: string; children: ReactNode }) {
  return (
    <div className="grid min-h-9 grid-cols-[8rem_1fr] items-center gap-2 max-md:grid-cols-[7rem_1fr]">
      <label htmlFor={htmlFor} className="text-ink-muted">
        {label}
      </label>
      <div className="min-w-0">{children}</div>
    </div>
  );
}

// A choice is saved when it is made; the new value shows when the server has it.
function PickedRow({ field, deal }: { field: Exclude<DealFieldKey, "amountMinor">; deal: DealCard }) {
  const t = useTranslations("deal");
  const id = useId();
  const may = useMay();
  const { save, pending, error } = useUpdateDeal(deal);
  const { say, fields } = useRefusals();
  const fault = error ? (fields(error)[`changes.${field}`] ?? fields(error)[field] ?? say(error)) : null;

  const change = async (chosen: Partial<DealCard>) => {
    const before: DealChanges = { [field]: deal[field] };
    const saved = await save({ [field]: chosen[field] }, chosen);
    if (!saved) return;
    toast.success(t("saved", { field: t(`fields.${field}`) }), {
      id: `saved-${deal.id}-${field}`,
      undo: () => void undo(saved, before),
    });
  };
  const undo = useUndo(deal);
  return (
    <Row label={t(`fields.${field}`)} htmlFor={id}>
      <DealControl
        id={id}
        field={field}
        deal={deal}
        disabled={pending || !may("deal.edit", deal)}
        aria-invalid={fault ? true : undefined}
        onChange={(chosen) => void change(chosen)}
        className="border-transparent bg-transparent hover:bg-ink/6"
      />
      {fault && (
        <p role="alert" className="mt-0.5 text-sm text-danger-text">
          {fault}
        </p>
      )}
    </Row>
  );
}

function useUndo(deal: DealCard) {
  const { saveOver } = useUpdateDeal(deal);
  const { contactName, companyName, ownerName } = deal;
  return (saved: DealCard, before: DealChanges) =>
    saveOver(saved, before, { contactName, companyName, ownerName });
}
