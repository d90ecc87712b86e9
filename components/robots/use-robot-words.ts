import { useLocale, useTranslations } from "next-intl";
import { asText } from "@/components/schema-form/widget";
import { splitDuration } from "@/components/ui/duration";
import type { Timing } from "@/server/automation/contract";
import type { Filter } from "@/server/filter/tree";
import { lowerFirst } from "./lower-first";
import type { RobotDraft } from "./robot-draft";
import { useConditionWords } from "./use-condition-words";
import type { RobotSources } from "./use-sources";

/** Robots in words: "After 2 hours, if amount > 100 000 ₽ — send an email: Our offer". */
export function useRobotWords(sources: RobotSources, filter: Filter | null = null) {
  const t = useTranslations("robots.words");
  const locale = useLocale();
  const condition = useConditionWords(sources, filter);
  const when = useTimingWords(sources);

  const named = (options: readonly { value: string; label: string }[] | undefined, value: unknown) =>
    options?.find((option) => option.value === value)?.label;
  const actionLabel = (type: string) =>
    sources.actions.find((action) => action.type === type)?.label[locale] ?? type;

  // What of an action's parameters tells robots of one kind apart.
  const details: Readonly<Record<string, (params: Record<string, unknown>) => unknown>> = {
    "activity.create": (params) => params.title,
    "email.send": (params) => params.subject,
    "invoice.send": (params) => params.to,
    "member.notify": (params) => named(sources.members, params.memberId) ?? t("owner"),
    "field.set": (params) => fieldChange(params),
    "record.move": (params) => named(sources.stages, params.stageId),
    "record.move_deal": (params) => named(sources.stages, params.stageId),
    "http.request": (params) => params.url,
  };
  const fieldChange = ({ field, value }: Record<string, unknown>) => {
    const label = named(sources.fields, field);
    if (!label) return undefined;
    const days = typeof value === "string" ? /^\+(\d+)$/.exec(value)?.[1] : undefined;
    if (days) return t("fieldInDays", { field: label, duration: t("days", { count: Number(days) }) });
    const chosen = named(sources.members, value) ?? named(sources.dealSources, value);
    return t("fieldChange", { field: label, value: chosen ?? (asText(value) || t("empty")) });
  };
  const action = ({ actionType, params }: RobotDraft): string => {
    const label = lowerFirst(actionLabel(actionType));
    const detail = details[actionType]?.(params);
    if (typeof detail !== "string" || detail === "") return label;
    return t("detailed", { action: label, detail: readable(detail, sources.variables ?? []) });
  };
  return {
    actionLabel,
    when,
    sentence(robot: RobotDraft): string {
      const said = { when: when(robot.timing), action: action(robot) };
      if (!robot.condition) return t("always", said);
      return t("conditional", { ...said, condition: condition.whole(robot.condition) });
    },
  };
}

/** When a robot acts, in words: "At once", "After 2 hours", "1 day before the close date". */
export function useTimingWords(sources: RobotSources) {
  const t = useTranslations("robots.words");
  const length = (minutes: number) => {
    const { amount, unit } = splitDuration(minutes);
    return t(unit, { count: amount });
  };
  return (timing: Timing): string => {
    if (timing.kind === "now") return t("now");
    if (timing.kind === "after") return t("after", { duration: length(timing.minutes) });
    const label = lowerFirst(
      sources.dateFields.find(({ key }) => key === timing.field)?.label ?? timing.field,
    );
    const date = { field: timing.field, label };
    if (timing.offsetMinutes === 0) return t("atDate", date);
    const duration = length(Math.abs(timing.offsetMinutes));
    return t(timing.offsetMinutes < 0 ? "beforeDate" : "afterDate", { duration, ...date });
  };
}

/** A template as people read it: "Call {{ contact.name }}" is "Call ‹contact’s name›". */
function readable(template: string, variables: readonly { value: string; label: string }[]): string {
  return template.replace(/\{\{\s*([\w.]+)[^}]*\}\}/g, (whole, path: string) => {
    const known = variables.find(({ value }) => value === `{{ ${path} }}`);
    return known ? `‹${lowerFirst(known.label)}›` : whole;
  });
}
