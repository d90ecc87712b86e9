import { useFormatter, useLocale, useTranslations } from "next-intl";
import { asText } from "@/components/schema-form/widget";
import { useWorkspace } from "@/components/workspace/workspace";
import type { Filter, Leaf } from "@/server/filter/tree";
import { formatMoney } from "@/server/platform/money";
import { conditionOf, isUnary } from "./condition";
import type { ConditionField } from "./condition-fields";
import { lowerFirst } from "./lower-first";
import type { RobotSources } from "./use-sources";

/** Conditions in words: "amount > 100 000 ₽ and contact is filled in". */
export function useConditionWords(sources: RobotSources) {
  const t = useTranslations("robots.condition");
  const locale = useLocale();
  const format = useFormatter();
  const { timeZone } = useWorkspace();

  const fieldOf = (key: string): ConditionField =>
    sources.conditionFields.find((field) => field.key === key) ?? { key, type: "text", label: key };

  const value = (field: ConditionField, raw: unknown): string => {
    if (raw === null || raw === undefined || raw === "") return t("nothing");
    if (field.type === "money" && typeof raw === "number") return formatMoney(raw, sources.currency, locale);
    if (field.type === "date" && typeof raw === "string") {
      return format.dateTime(new Date(raw), { day: "numeric", month: "short", year: "numeric", timeZone });
    }
    const options = {
      member: sources.members,
      source: sources.dealSources,
      loss_reason: sources.lossReasons,
    };
    const list = field.type in options ? options[field.type as keyof typeof options] : undefined;
    return list?.find((option) => option.value === raw)?.label ?? (asText(raw) || JSON.stringify(raw));
  };
  const clause = ({ field: key, operator, value: raw }: Leaf): string => {
    const field = fieldOf(key);
    const label = lowerFirst(field.label);
    if (isUnary(operator)) return t(`words.${operator}`, { field: label });
    const words =
      operator === "eq" || operator === "ne" || field.type !== "date" ? operator : dateWord(operator);
    return t(`words.${words}`, { field: label, value: value(field, raw) });
  };
  const whole = (filter: Filter): string => {
    const condition = conditionOf(filter);
    if (!condition) return t("complex");
    return condition.clauses.map(clause).join(` ${t(`${condition.join}Word`)} `);
  };
  return { clause, whole, value: (key: string, raw: unknown) => value(fieldOf(key), raw) };
}

function dateWord(operator: Leaf["operator"]) {
  return operator === "lt" || operator === "lte" ? "before" : "since";
}
