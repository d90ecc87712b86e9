"use client";

import { Check, TriangleAlert } from "lucide-react";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { valueHref } from "@/components/record-page/value-href";
import { OutsideLink, RecordLink } from "@/components/record-page/value-link";
import { Avatar } from "@/components/ui/avatar";
import { Badge, StageBadge } from "@/components/ui/badge";
import { useDates } from "@/components/workspace/dates";
import { useWorkspace } from "@/components/workspace/workspace";
import { formatMoney } from "@/server/platform/money";
import { instantIn, moneyIn, typeOf, valueIn } from "./cell-value";
import type { ListField } from "./use-list-fields";
import type { ListWords } from "./use-list-words";
import type { ListedRecord } from "./use-record-pages";

type CellTextProps = {
  record: ListedRecord;
  field: ListField;
  names: Record<string, string>;
  words: ListWords;
};

// A table of underlined words would be all lines.
const quiet = "truncate no-underline hover:underline";

/** A field's value as a list shows it. */
export function CellText({ record, field, names, words }: CellTextProps) {
  const t = useTranslations("records.cell");
  const language = useLocale();
  const format = useFormatter();
  const { dayIn, moment, shortMoment } = useDates();
  const { currency } = useWorkspace();
  const value = valueIn(record, field);
  const type = typeOf(field);
  if (value === undefined) {
    return (
      <span className="inline-flex items-center gap-1 text-ink-muted" title={t("formulaFailed")}>
        <TriangleAlert className="size-3.5" aria-hidden />
        {t("failed")}
      </span>
    );
  }
  if (value === null || value === "") return null;
  if (type === "money") {
    const money = moneyIn(record, value, currency);
    return (
      money && <span className="tabular">{formatMoney(money.amountMinor, money.currency, language)}</span>
    );
  }
  if (type === "number" && typeof value === "number") {
    return <span className="tabular">{format.number(value, { maximumFractionDigits: 4 })}</span>;
  }
  if (type === "date") return <span className="whitespace-nowrap">{dayIn(value)}</span>;
  if (type === "datetime") {
    const at = instantIn(value);
    if (!at) return null;
    return (
      <span className="whitespace-nowrap" title={moment(at)}>
        {shortMoment(at)}
      </span>
    );
  }
  if (type === "checkbox") {
    return value === true ? <Check aria-label={t("yes")} className="size-4 text-ok-text" /> : null;
  }
  if (type === "member" && typeof value === "string") {
    const name = names[value] ?? words.choices(field).find((one) => one.value === value)?.label;
    return name ? (
      <span className="flex min-w-0 items-center gap-1.5">
        <Avatar name={name} seed={value} size="xs" />
        <span className="truncate">{name}</span>
      </span>
    ) : null;
  }
  const name = typeof value === "string" ? names[value] : undefined;
  if (field.type === "link" && field.linksTo && typeof value === "string" && name) {
    return (
      <RecordLink entity={field.linksTo} id={value} className={quiet}>
        {name}
      </RecordLink>
    );
  }
  if (type === "link") return <span className="truncate">{name}</span>;
  if (type === "multi_list" && Array.isArray(value)) {
    return (
      <span className="flex min-w-0 gap-1 overflow-hidden">
        {value.map((id: string) => (
          <Badge key={id}>{words.choices(field).find((one) => one.value === id)?.label ?? t("gone")}</Badge>
        ))}
      </span>
    );
  }
  if (type === "file" && Array.isArray(value)) return t("files", { count: value.length });
  const href = valueHref(field, value);
  if (href && typeof value === "string") {
    return (
      <OutsideLink href={href} className={quiet}>
        {value}
      </OutsideLink>
    );
  }
  if (type === "text" || type === "url") {
    return <span className="truncate">{typeof value === "string" ? value : JSON.stringify(value)}</span>;
  }
  const label =
    words.choices(field).find((one) => one.value === value)?.label ?? written(field, value) ?? t("gone");
  const colour = words.colour(field, value);
  return colour ? (
    <StageBadge colour={colour}>{label}</StageBadge>
  ) : (
    <span className="truncate">{label}</span>
  );
}

/** Whether a cell leads somewhere when it is pressed: to another record, a site, a letter, a call. */
export function leadsAway(record: ListedRecord, field: ListField): boolean {
  const value = valueIn(record, field);
  if (field.type === "link") return typeof value === "string";
  return valueHref(field, value) !== null;
}

// A choice of Pult's own that is not among those offered was written by hand: a unit.
function written({ options, customId }: ListField, value: unknown): string | null {
  return options && !customId && typeof value === "string" ? value : null;
}
