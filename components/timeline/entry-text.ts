"use client";

import { useLocale, useTranslations } from "next-intl";
import { useDirectory } from "@/components/deals/use-directory";
import { useDates } from "@/components/workspace/dates";
import type { TimelineEntry } from "@/server/crm/timeline/contract";
import { formatMoney } from "@/server/platform/money";
import { changesOf, faultOf, isFieldKey, type KnownEvent, knownEvent, textOf } from "./entry-data";

/** What one line of history says: a sentence, and what stands under it. */
export type EntryText = { title: string; details: string[]; quote?: string };

type Names = TimelineEntry["names"];

/** Words for entries; an event nobody taught us yet gets a plain line rather than none. */
export function useEntryText(currency: string): (entry: TimelineEntry) => EntryText {
  const t = useTranslations("deal.timeline");
  const lead = useTranslations("lead.timeline");
  const file = useTranslations("files.timeline");
  const locale = useLocale();
  const directory = useDirectory();
  const details = useChangeWords(currency);
  const failure = useFailureWords();

  const words: Record<KnownEvent, (data: TimelineEntry["data"], names: Names) => EntryText> = {
    "deal.created": (data) => ({ title: t("created"), details: stageLine(data.stageId) }),
    "deal.stage_changed": (data) => moved(data),
    "deal.updated": (data, names) => ({ title: t("updated"), details: details(data, names) }),
    "deal.products_changed": (data) => ({
      title: t("productsChanged", {
        count: Number(data.count),
        total: formatMoney(Number(data.totalMinor), textOf(data.currency) || currency, locale),
      }),
      details: [],
    }),
    "deal.deleted": () => ({ title: t("deleted"), details: [] }),
    "deal.restored": () => ({ title: t("restored"), details: [] }),
    "lead.created": (data) => ({ title: lead("created"), details: stageLine(data.stageId) }),
    "lead.stage_changed": (data) => moved(data),
    "lead.updated": (data, names) => ({ title: t("updated"), details: details(data, names) }),
    "lead.deleted": () => ({ title: lead("deleted"), details: [] }),
    "lead.restored": () => ({ title: lead("restored"), details: [] }),
    "lead.converted": (data, names) => ({
      title: lead("converted"),
      details: (["deal", "contact", "company"] as const).flatMap((kind) => {
        const name = names[textOf(data[`${kind}Id`])];
        return name ? [lead(`became.${kind}`, { name })] : [];
      }),
    }),
    "lead.returned": (data) => ({ title: lead("returned"), details: dealAfterReturn(data) }),
    "lead.kind_changed": (data) => ({ title: lead("kind", { kind: textOf(data.to) }), details: [] }),
    "activity.created": (data) => ({ title: t("planned", { title: textOf(data.title) }), details: [] }),
    "activity.done": (data) => ({ title: t("activityDone", { title: textOf(data.title) }), details: [] }),
    "activity.reopened": (data) => ({
      title: t("activityReopened", { title: textOf(data.title) }),
      details: [],
    }),
    "comment.added": (data) =>
      data.removed
        ? { title: t("commentRemoved"), details: [] }
        : { title: t("commented"), details: [], quote: textOf(data.text) },
    "file.added": (data) => ({ title: file("added", { name: textOf(data.name) }), details: [] }),
    "file.version_added": (data) => ({
      title: file("versionAdded", { name: textOf(data.name), number: Number(data.number) }),
      details: [],
    }),
    "file.renamed": (data) => ({
      title: file("renamed"),
      details: [file("renamedText", { from: textOf(data.from), name: textOf(data.name) })],
    }),
    "file.removed": (data) => ({ title: file("removed", { name: textOf(data.name) }), details: [] }),
    "file.restored": (data) => ({ title: file("restored", { name: textOf(data.name) }), details: [] }),
    "robot.acted": (data) => ({
      title: t("robotActed"),
      details: [],
      quote: textOf(data.summary) || undefined,
    }),
    "robot.failed": (data) => ({ title: t("robotFailed"), details: [failure(data.error)] }),
    "process.stopped": () => ({ title: t("processStopped"), details: [] }),
    "process.retried": (data) => ({
      title: data.robot ? t("robotRetried", { robot: textOf(data.robot) }) : t("processRetried"),
      details: [],
    }),
    "process.loop_stopped": () => ({ title: t("loopStopped"), details: [t("loopStoppedText")] }),
    "process.refused": () => ({ title: t("processRefused"), details: [t("processRefusedText")] }),
  };

  function moved(data: TimelineEntry["data"]): EntryText {
    const reason = directory.lossReason(data.lossReasonId) ?? t("gone");
    return {
      title: t("moved", { from: stageName(data.fromStageId), to: stageName(data.stageId) }),
      details: data.lossReasonId ? [t("because", { reason })] : [],
    };
  }
  function dealAfterReturn({ trashed, kept }: TimelineEntry["data"]): string[] {
    const has = (part: unknown) => typeof part === "object" && part !== null && "dealId" in part;
    if (has(trashed)) return [lead("dealTrashed")];
    return has(kept) ? [lead("dealKept")] : [];
  }
  function stageName(id: unknown): string {
    return directory.stage(id)?.name ?? t("goneStage");
  }
  function stageLine(id: unknown): string[] {
    return directory.stage(id) ? [t("atStage", { stage: stageName(id) })] : [];
  }
  return ({ name, data, names }) => {
    const known = knownEvent(name);
    return known ? words[known](data, names) : { title: t("other"), details: [] };
  };
}

/** "Amount: 100 ₽ → 200 ₽" for each changed field, ids resolved to names. */
function useChangeWords(dealCurrency: string): (data: TimelineEntry["data"], names: Names) => string[] {
  const t = useTranslations("deal");
  const locale = useLocale();
  const directory = useDirectory();
  const { day } = useDates();

  function value(field: string, raw: unknown, currency: string, names: Names): string {
    if (raw === null || raw === undefined || raw === "") return t("timeline.blank");
    if (field === "amountMinor") return formatMoney(Number(raw), currency, locale);
    if (field === "contactId" || field === "companyId") return names[textOf(raw)] ?? t("timeline.gone");
    if (field === "ownerId") return directory.member(raw) ?? t("timeline.gone");
    if (field === "sourceId") return directory.source(raw) ?? t("timeline.gone");
    if (field === "closesAt") return day(new Date(textOf(raw)));
    return textOf(raw);
  }
  return (data, names) => {
    const changes = changesOf(data);
    const changed = changes.find(({ field }) => field === "currency");
    const currencies = {
      from: textOf(changed?.from) || dealCurrency,
      to: textOf(changed?.to) || dealCurrency,
    };
    return changes.map(({ field, from, to }) => {
      const label = isFieldKey(field) ? t(`fields.${field}`) : field;
      return t("timeline.change", {
        field: label,
        from: value(field, from, currencies.from, names),
        to: value(field, to, currencies.to, names),
      });
    });
  };
}

// A fault is kept as a code with data, so that everybody reads it in their own language.
function useFailureWords(): (fault: unknown) => string {
  const t = useTranslations("errors");
  type Key = Parameters<typeof t>[0];
  return (fault) => {
    const { code, data } = faultOf(fault);
    return t((t.has(code as Key) ? code : "INTERNAL") as Key, data as never);
  };
}
