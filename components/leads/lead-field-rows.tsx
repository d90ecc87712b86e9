"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { useRefusals } from "@/components/api/refusal";
import { toast } from "@/components/ui/toast";
import { useDates } from "@/components/workspace/dates";
import { useMay } from "@/components/workspace/workspace";
import type { LeadCard } from "@/server/crm/leads/contract";
import { LeadControl } from "./lead-control";
import { leadOrigins, leadTexts } from "./lead-fields";
import { LeadTextValue } from "./lead-text";
import { useUpdateLead } from "./use-update-lead";

/** The lead's fields, each edited where it stands; what was written and where it came from below. */
export function LeadFieldRows({ lead }: { lead: LeadCard }) {
  const t = useTranslations("lead");
  const { moment } = useDates();
  const origins = leadOrigins.filter((key) => lead[key]);
  return (
    <section aria-label={t("about")} className="flex flex-col gap-1">
      {leadTexts.map((field) => (
        <Row key={field} label={t(`fields.${field}`)}>
          <LeadTextValue lead={lead} field={field} />
        </Row>
      ))}
      <ChosenRow field="ownerId" lead={lead} />
      <ChosenRow field="sourceId" lead={lead} />
      {lead.comment && (
        <section className="mt-3" aria-label={t("fields.comment")}>
          <h3 className="mb-1 text-sm font-semibold text-ink-muted">{t("fields.comment")}</h3>
          <p className="rounded-md bg-sunken px-3 py-2 break-words whitespace-pre-line">{lead.comment}</p>
        </section>
      )}
      {origins.length > 0 && (
        <section className="mt-3" aria-label={t("origin")}>
          <h3 className="mb-1 text-sm font-semibold text-ink-muted">{t("origin")}</h3>
          <dl className="grid grid-cols-[8rem_1fr] gap-x-2 gap-y-1 text-sm max-md:grid-cols-[7rem_1fr]">
            {origins.map((key) => (
              <div key={key} className="contents">
                <dt className="text-ink-muted">{t(`fields.${key}`)}</dt>
                <dd className="min-w-0 break-words">{lead[key]}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <p className="mt-2 text-sm text-ink-muted">{t("created", { moment: moment(lead.createdAt) })}</p>
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
function ChosenRow({ field, lead }: { field: "ownerId" | "sourceId"; lead: LeadCard }) {
  const t = useTranslations("lead");
  const id = useId();
  const may = useMay();
  const { save, saveOver, pending, error } = useUpdateLead(lead);
  const { say, fields } = useRefusals();
  const fault = error ? (fields(error)[field] ?? say(error)) : null;
  const change = async (chosen: Partial<LeadCard>) => {
    const before = { [field]: lead[field] };
    const saved = await save({ [field]: chosen[field] });
    if (!saved) return;
    toast.success(t("saved", { field: t(`fields.${field}`) }), {
      id: `saved-${lead.id}-${field}`,
      undo: () => void saveOver(saved, before),
    });
  };
  return (
    <Row label={t(`fields.${field}`)} htmlFor={id}>
      <LeadControl
        id={id}
        field={field}
        lead={lead}
        disabled={pending || !may("lead.edit", lead)}
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
