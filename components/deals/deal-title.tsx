"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { Input } from "@/components/ui/input";
import { useMay } from "@/components/workspace/workspace";
import type { DealCard } from "@/server/crm/deals/contract";
import { InlineText } from "./inline-text";
import { useUpdateDeal } from "./use-update-deal";

/** A deal's title, edited where it stands. */
export function DealTitle({ deal }: { deal: DealCard }) {
  const t = useTranslations("deal");
  const may = useMay();
  const [draft, setDraft] = useState(deal.title);
  const { saveOver, pending, error, forget } = useUpdateDeal(deal);
  // The deal as the editor found it; a colleague's new title that came in the meantime is not written over unseen.
  const [found, setFound] = useState<DealCard | null>(null);
  const refusals = useRefusals();
  const fault = error ? (refusals.fields(error)["changes.title"] ?? refusals.say(error)) : undefined;
  return (
    <InlineText
      shown={<span className="line-clamp-2 break-words">{deal.title}</span>}
      label={t("edit", { field: t("fields.title"), value: deal.title })}
      className="-mx-1.5 px-1.5"
      disabled={!may("deal.edit", deal)}
      pending={pending}
      error={fault}
      saveLabel={t("save")}
      onStart={() => {
        setDraft(deal.title);
        setFound(deal);
        forget();
      }}
      onSave={async () => {
        if (draft.trim() === "" || draft.trim() === deal.title) return true;
        const from = found && found.title !== deal.title ? found : deal;
        const saved = await saveOver(from, { title: draft });
        if (!saved) setFound(null);
        return saved !== null;
      }}
      editor={
        <Input
          // It has just been pressed in order to be edited.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          aria-label={t("fields.title")}
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
