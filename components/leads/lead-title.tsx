"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { InlineText } from "@/components/deals/inline-text";
import { Input } from "@/components/ui/input";
import { useMay } from "@/components/workspace/workspace";
import type { LeadCard } from "@/server/crm/leads/contract";
import { useUpdateLead } from "./use-update-lead";

/** A lead's title, edited where it stands. */
export function LeadTitle({ lead }: { lead: LeadCard }) {
  const t = useTranslations("lead");
  const may = useMay();
  const [draft, setDraft] = useState(lead.title);
  const { saveOver, pending, error, forget } = useUpdateLead(lead);
  // The lead as the editor found it; a colleague's new title that came in the meantime is not written over unseen.
  const [found, setFound] = useState<LeadCard | null>(null);
  const refusals = useRefusals();
  const fault = error ? (refusals.fields(error)["changes.title"] ?? refusals.say(error)) : undefined;
  const label = t("fields.title");
  return (
    <InlineText
      shown={<span className="line-clamp-2 break-words">{lead.title}</span>}
      label={t("edit", { field: label, value: lead.title })}
      className="-mx-1.5 px-1.5"
      disabled={!may("lead.edit", lead)}
      pending={pending}
      error={fault}
      saveLabel={t("save")}
      onStart={() => {
        setDraft(lead.title);
        setFound(lead);
        forget();
      }}
      onSave={async () => {
        const title = draft.trim();
        if (title === "" || title === lead.title) return true;
        const from = found && found.title !== lead.title ? found : lead;
        const saved = await saveOver(from, { title });
        if (!saved) setFound(null);
        return saved !== null;
      }}
      editor={
        <Input
          // It has just been pressed in order to be edited.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          aria-label={label}
          maxLength={300}
          aria-invalid={fault ? true : undefined}
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
          className="text-lg font-semibold"
        />
      }
    />
  );
}
