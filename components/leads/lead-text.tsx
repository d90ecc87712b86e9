"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { InlineText } from "@/components/deals/inline-text";
import { Input } from "@/components/ui/input";
import { useMay } from "@/components/workspace/workspace";
import type { LeadCard } from "@/server/crm/leads/contract";
import type { LeadText } from "./lead-fields";
import { useUpdateLead } from "./use-update-lead";

type Field = LeadText | "title";
const kinds: Partial<Record<Field, string>> = { email: "email", phone: "tel" };

/** A text of a lead, edited where it stands. */
export function LeadTextValue({ lead, field }: { lead: LeadCard; field: Field }) {
  const t = useTranslations("lead");
  const may = useMay();
  const value = lead[field] ?? "";
  const [draft, setDraft] = useState(value);
  const { saveOver, pending, error, forget } = useUpdateLead(lead);
  // The lead as the editor found it; a colleague's change that came in the meantime is not written over unseen.
  const [found, setFound] = useState<LeadCard | null>(null);
  const refusals = useRefusals();
  const fault = error ? (refusals.fields(error)[`changes.${field}`] ?? refusals.say(error)) : undefined;
  const label = t(`fields.${field}`);
  const isTitle = field === "title";
  return (
    <InlineText
      shown={
        value ? (
          <span className="line-clamp-2 break-words">{value}</span>
        ) : (
          <span className="text-ink-muted">{t("add")}</span>
        )
      }
      label={t("edit", { field: label, value: value || t("add") })}
      className={isTitle ? "-mx-1.5 px-1.5" : "mx-0 w-full px-2.5"}
      disabled={!may("lead.edit", lead)}
      pending={pending}
      error={fault}
      saveLabel={t("save")}
      onStart={() => {
        setDraft(value);
        setFound(lead);
        forget();
      }}
      onSave={async () => {
        const next = draft.trim();
        if (next === value || (isTitle && next === "")) return true;
        const from = found && (found[field] ?? "") !== value ? found : lead;
        const saved = await saveOver(from, { [field]: next || null });
        if (!saved) setFound(null);
        return saved !== null;
      }}
      editor={
        <Input
          // It has just been pressed in order to be edited.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          type={kinds[field] ?? "text"}
          aria-label={label}
          maxLength={isTitle ? 300 : 200}
          aria-invalid={fault ? true : undefined}
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
          className={isTitle ? "text-lg font-semibold" : undefined}
        />
      }
    />
  );
}
