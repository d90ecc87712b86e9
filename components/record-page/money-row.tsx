"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { InlineText } from "@/components/deals/inline-text";
import { MoneyInput } from "@/components/ui/money-input";
import type { RecordData } from "@/server/crm/records/contract";
import { formatMoney, inCurrency } from "@/server/platform/money";
import { CurrencySelect } from "./currency-select";
import { Blank } from "./text-row";
import { useUpdateRecord } from "./use-record";

type Worth = { amountMinor: number | null; currency: string };

type MoneyRowProps = {
  record: RecordData;
  field: string;
  label: string;
  worth: Worth;
  /** The amount and its currency as the record's fields. */
  changesOf: (worth: Worth) => Record<string, unknown>;
  disabled: boolean;
  big?: boolean;
  /** It is in this currency and no other. */
  onlyCurrency?: boolean;
};

/** An amount and its currency, edited together. */
export function MoneyRow({
  record,
  field,
  label,
  worth,
  changesOf,
  disabled,
  big,
  onlyCurrency,
}: MoneyRowProps) {
  const t = useTranslations("record");
  const words = useTranslations("ui.money");
  const locale = useLocale();
  const { fields, say } = useRefusals();
  const [draft, setDraft] = useState(worth);
  // What is typed now is no amount; and that it was so when saving was tried.
  const [unreadable, setUnreadable] = useState(false);
  const [refused, setRefused] = useState(false);
  const { save, begin, pending, error } = useUpdateRecord(record);
  const fault =
    unreadable && refused
      ? words("unreadable")
      : error
        ? (fields(error)[field] ?? fields(error)[`changes.${field}`] ?? say(error))
        : undefined;
  const shown = worth.amountMinor === null ? null : formatMoney(worth.amountMinor, worth.currency, locale);
  return (
    <InlineText
      shown={
        shown === null ? (
          <Blank>{t("add")}</Blank>
        ) : (
          <span className={big ? "tabular text-lg font-semibold wrap-anywhere" : "tabular"}>{shown}</span>
        )
      }
      label={t("edit", { field: label, value: shown ?? t("blank") })}
      disabled={disabled}
      pending={pending}
      error={fault}
      saveLabel={t("save")}
      onStart={() => {
        setDraft(worth);
        setUnreadable(false);
        setRefused(false);
        begin();
      }}
      onSave={async () => {
        setRefused(unreadable);
        if (unreadable) return false;
        if (draft.amountMinor === worth.amountMinor && draft.currency === worth.currency) return true;
        return save(changesOf(draft));
      }}
      editor={
        <div className="flex gap-1.5">
          <MoneyInput
            // It has just been pressed in order to be edited.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            aria-label={label}
            currency={draft.currency}
            value={draft.amountMinor === 0 ? null : draft.amountMinor}
            aria-invalid={fault ? true : undefined}
            onUnreadable={setUnreadable}
            onValueChange={(amountMinor) => setDraft({ ...draft, amountMinor })}
          />
          {!onlyCurrency && (
            <CurrencySelect
              value={draft.currency}
              onChange={(currency) =>
                setDraft({
                  currency,
                  amountMinor:
                    draft.amountMinor === null
                      ? null
                      : inCurrency(draft.amountMinor, draft.currency, currency),
                })
              }
            />
          )}
        </div>
      }
    />
  );
}
