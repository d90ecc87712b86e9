"use client";

import { useLocale, useTranslations } from "next-intl";
import { useDirectory } from "@/components/deals/use-directory";
import { formatRate } from "@/components/line-items/scaled";
import { instantIn } from "@/components/records/cell-value";
import { useDates } from "@/components/workspace/dates";
import type { Language } from "@/messages";
import { type FieldInfo, type FieldType, optionName, resultIn, shownType } from "@/server/fields/contract";
import { formatMoney } from "@/server/platform/money";
import type { Entity } from "@/server/platform/permissions";
import { useFields } from "./use-record";

type Names = Readonly<Record<string, string>>;
type Around = {
  names: Names;
  /** What amounts without a currency of their own are counted in. */
  currency: string;
};

/** Fields and their values as people read them, in lists, in history and where they are edited. */
export function useFieldWords(entity: Entity) {
  const t = useTranslations("record");
  const besides = useTranslations("record.besides");
  const cell = useTranslations("records.cell");
  const locale = useLocale();
  const fields = useFields(entity);
  const directory = useDirectory();
  const { dayIn, moment } = useDates();

  const fieldOf = (key: string) => fields.find((field) => field.key === key) ?? null;

  function label(key: string): string {
    if (key === "points") return t("points.title");
    const field = fieldOf(key);
    if (field) return field.label[locale];
    return isBeside(key) ? besides(key) : key;
  }

  function money(value: unknown, currency: string): string {
    if (typeof value === "number") return formatMoney(value, currency, locale);
    if (!isMoney(value)) return "";
    return formatMoney(value.amountMinor, value.currency, locale);
  }

  /** Empty text for no value. */
  function text(key: string, held: unknown, { names, currency }: Around): string {
    const value = resultIn(held);
    if (value === undefined) return cell("failed");
    if (value === null || value === "") return "";
    if (key === "points") return pointsText(value);
    const field = fieldOf(key);
    const named = (id: unknown) => names[String(id)] ?? t("gone");
    if (!field) return isBeside(key) ? beside(key, value) : plain(value);
    const words: Partial<Record<FieldType, () => string>> = {
      money: () => money(value, currency),
      number: () => (typeof value === "number" ? decimals(value) : ""),
      checkbox: () => (value === true ? t("yes") : t("no")),
      date: () => dayIn(value) ?? "",
      datetime: () => {
        const at = instantIn(value);
        return at ? moment(at) : "";
      },
      member: () => directory.member(value) ?? named(value),
      link: () => named(value),
      source: () => directory.source(value) ?? named(value),
      loss_reason: () => directory.lossReason(value) ?? named(value),
      stage: () => directory.stage(value)?.name ?? t("gone"),
      pipeline: () => directory.pipelines.find((one) => one.id === value)?.name ?? t("gone"),
      list: () => choice(field, value, locale) ?? written(field, value) ?? t("gone"),
      multi_list: () =>
        list(value)
          .map((one) => choice(field, one, locale) ?? t("gone"))
          .join(", "),
      file: () => namesOf(value),
    };
    const type = shownType({ type: field.type, returns: field.more.returns });
    return (words[type] ?? (() => plain(value)))();
  }

  // What a record holds besides its fields, where history tells of it.
  function beside(key: Beside, value: unknown): string {
    if (key === "taxRate") return typeof value === "number" ? formatRate(value, locale) : "";
    if (typeof value !== "object" || value === null) return "";
    if (key === "buyer") return "name" in value ? String(value.name) : "";
    return Object.entries(value)
      .map(([currency, minor]) => money(minor, currency))
      .join(", ");
  }

  function decimals(value: number): string {
    return new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }).format(value);
  }
  return { fields, fieldOf, label, text };
}

export type FieldWords = ReturnType<typeof useFieldWords>;

export function isMoney(value: unknown): value is { amountMinor: number; currency: string } {
  return typeof value === "object" && value !== null && "amountMinor" in value;
}

const besideFields = ["taxRate", "otherPrices", "buyer"] as const;
type Beside = (typeof besideFields)[number];

function isBeside(key: string): key is Beside {
  return besideFields.some((one) => one === key);
}

function choice(field: FieldInfo, id: unknown, locale: Language): string | null {
  const option = field.options?.find((one) => one.id === id);
  return option ? optionName(option, locale) : null;
}

// A choice of Pult's own that is not among those offered was written by hand: a unit.
function written({ options, customId }: FieldInfo, value: unknown): string | null {
  return options && !customId && typeof value === "string" ? value : null;
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function namesOf(value: unknown): string {
  return list(value)
    .map((one) => (typeof one === "object" && one && "name" in one ? String(one.name) : ""))
    .join(", ");
}

function pointsText(value: unknown): string {
  return list(value)
    .map((one) => (typeof one === "object" && one && "value" in one ? String(one.value) : ""))
    .join(", ");
}

// What no field is known for any more.
function plain(value: unknown): string {
  if (isMoney(value)) return String(value.amountMinor);
  return typeof value === "object" && value ? "—" : String(value);
}
