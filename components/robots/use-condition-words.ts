import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useFilterWords } from "@/components/filter-builder/use-filter-words";
import { asText } from "@/components/schema-form/widget";
import { useWorkspace } from "@/components/workspace/workspace";
import { optionName } from "@/server/fields/contract";
import type { Filter } from "@/server/filter/tree";
import { formatMoney } from "@/server/platform/money";
import type { RobotSources } from "./use-sources";

/** Conditions in words, and the values they saw: "Amount > 100 000 ₽ and Contact → Email: filled in". */
export function useConditionWords(sources: RobotSources, filter: Filter | null = null) {
  const t = useTranslations("robots.condition");
  const locale = useLocale();
  const format = useFormatter();
  const { timeZone } = useWorkspace();
  const words = useFilterWords(sources.filterFields, filter);

  const seen = (path: string, raw: unknown): string => {
    if (raw === null || raw === undefined || raw === "") return t("nothing");
    const field = sources.filterFields.find((one) => one.path === path);
    if (field?.type === "money" && typeof raw === "number") {
      return formatMoney(raw, field.currency ?? sources.currency, locale);
    }
    if ((field?.type === "date" || field?.type === "datetime") && typeof raw === "string") {
      return format.dateTime(new Date(raw), { day: "numeric", month: "short", year: "numeric", timeZone });
    }
    const lists = [sources.members, sources.dealSources, sources.lossReasons, sources.stages];
    const listed = lists.flatMap((list) => list ?? []).find((option) => option.value === raw)?.label;
    const option = field?.options?.find((one) => one.id === raw);
    return listed ?? (option && optionName(option, locale)) ?? (asText(raw) || JSON.stringify(raw));
  };
  return { clause: words.leaf, whole: words.whole, seen };
}
