"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { MoneyInput } from "@/components/ui/money-input";
import { useMay } from "@/components/workspace/workspace";
import type { DealCard } from "@/server/crm/deals/contract";
import { currencies, formatMoney, inCurrency } from "@/server/platform/money";
import { InlineText } from "./inline-text";
import { useUpdateDeal } from "./use-update-deal";

/** A deal's amount and its currency; with products on the deal it is theirs, and said so. */
export function AmountRow({ deal }: { deal: DealCard }) {
  const t = useTranslations("products.lines");
  const lines = useQuery(useTRPC().lineItems.list.queryOptions({ recordId: deal.id }));
  const counted = (lines.data?.lines.length ?? 0) > 0;
  return (
    <>
      <AmountEditor deal={deal} counted={counted} />
      {counted && <p className="px-2.5 text-sm text-ink-muted">{t("amountNote")}</p>}
    </>
  );
}

function AmountEditor({ deal, counted }: { deal: DealCard; counted: boolean }) {
  const t = useTranslations("deal");
  const locale = useLocale();
  const may = useMay();
  const [draft, setDraft] = useState({ amountMinor: deal.amountMinor, currency: deal.currency });
  const { saveOver, pending, error, forget } = useUpdateDeal(deal);
  // The deal as the editor found it; a colleague's new amount that came in the meantime is not written over unseen.
  const [found, setFound] = useState<DealCard | null>(null);
  // What is typed now is no amount; and that it was so when saving was tried.
  const [unreadable, setUnreadable] = useState(false);
  const [refused, setRefused] = useState(false);
  const fault = useFault(error, unreadable && refused);
  const money = formatMoney(deal.amountMinor, deal.currency, locale);
  return (
    <InlineText
      shown={<span className="tabular text-lg font-semibold wrap-anywhere">{money}</span>}
      label={t("edit", { field: t("fields.amountMinor"), value: money })}
      className="mx-0 px-2.5"
      disabled={counted || !may("deal.edit", deal)}
      pending={pending}
      error={fault}
      saveLabel={t("save")}
      onStart={() => {
        setDraft({ amountMinor: deal.amountMinor, currency: deal.currency });
        setFound(deal);
        setUnreadable(false);
        setRefused(false);
        forget();
      }}
      onSave={async () => {
        setRefused(unreadable);
        if (unreadable) return false;
        if (isWorth(deal, draft)) return true;
        const saved = await saveOver(found && !isWorth(deal, found) ? found : deal, draft);
        if (!saved) setFound(null);
        return saved !== null;
      }}
      editor={
        <div className="flex gap-1.5">
          <MoneyInput
            // It has just been pressed in order to be edited.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            aria-label={t("fields.amountMinor")}
            currency={draft.currency}
            value={draft.amountMinor === 0 ? null : draft.amountMinor}
            aria-invalid={fault ? true : undefined}
            onUnreadable={setUnreadable}
            onValueChange={(amountMinor) => setDraft({ ...draft, amountMinor: amountMinor ?? 0 })}
          />
          <CurrencySelect
            value={draft.currency}
            onChange={(currency) =>
              setDraft({ currency, amountMinor: inCurrency(draft.amountMinor, draft.currency, currency) })
            }
          />
        </div>
      }
    />
  );
}

function useFault(error: ReturnType<typeof useUpdateDeal>["error"], unreadable: boolean): string | undefined {
  const t = useTranslations("ui.money");
  const { fields, say } = useRefusals();
  if (unreadable) return t("unreadable");
  return error ? (fields(error)["changes.amountMinor"] ?? say(error)) : undefined;
}

type Worth = Pick<DealCard, "amountMinor" | "currency">;

function isWorth(deal: Worth, other: Worth): boolean {
  return deal.amountMinor === other.amountMinor && deal.currency === other.currency;
}

// A native select keeps the focus inside the editor while its list is open.
function CurrencySelect({ value, onChange }: { value: string; onChange: (currency: string) => void }) {
  const t = useTranslations("deal");
  const offered: string[] = [...currencies];
  const all = offered.includes(value) ? offered : [value, ...offered];
  return (
    <select
      aria-label={t("currency")}
      className="control w-22! shrink-0"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {all.map((code) => (
        <option key={code}>{code}</option>
      ))}
    </select>
  );
}
