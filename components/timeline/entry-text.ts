"use client";

import { useLocale, useTranslations } from "next-intl";
import { useDirectory } from "@/components/deals/use-directory";
import { type FieldWords, useFieldWords } from "@/components/record-page/field-words";
import type { TimelineEntry } from "@/server/crm/timeline/contract";
import { formatMoney } from "@/server/platform/money";
import type { Entity } from "@/server/platform/permissions";
import {
  changesOf,
  entityOf,
  faultOf,
  fromLead,
  type KnownEvent,
  knownEvent,
  madeActivities,
  type originKeys,
  textOf,
} from "./entry-data";

/** What one line of history says: a sentence, and what stands under it. */
export type EntryText = { title: string; details: string[]; quote?: string };

type InvoiceFact =
  | "sent"
  | "emailed"
  | "paymentRecorded"
  | "paymentRemoved"
  | "paid"
  | "reopened"
  | "overdue"
  | "voided"
  | "linkMade"
  | "linkRevoked";
type Names = TimelineEntry["names"];
type Data = TimelineEntry["data"];

type Origin = (typeof originKeys)[number];

/** What the words are about: fields are called as the record's catalog calls them. */
export type EntrySubject = { entity: Entity; currency: string };

/** Words for entries; an event nobody taught us yet gets a plain line rather than none. */
export function useEntryText({ entity, currency }: EntrySubject): (entry: TimelineEntry) => EntryText {
  const t = useTranslations("deal.timeline");
  const lead = useTranslations("lead.timeline");
  const file = useTranslations("files.timeline");
  const invoice = useTranslations("invoices.timeline");
  const locale = useLocale();
  const directory = useDirectory();
  const fields = useFieldWords(entity);
  const failure = useFailureWords();
  const activity =
    (
      key:
        | "planned"
        | "activityDone"
        | "activityReopened"
        | "activityChanged"
        | "activityDeleted"
        | "activityRestored",
    ) =>
    (data: Data): EntryText => ({ title: t(key, { title: textOf(data.title) }), details: [] });

  const told =
    (key: InvoiceFact) =>
    (data: Data): EntryText => ({
      title: invoice(key, { number: textOf(data.number) || "—" }),
      details: [],
    });
  const paid =
    (key: InvoiceFact) =>
    (data: Data): EntryText => ({
      ...told(key)(data),
      details: [formatMoney(Number(data.amountMinor), textOf(data.currency) || currency, locale)],
    });

  const words: Record<KnownEvent, (data: Data, names: Names, of: Entity) => EntryText> = {
    created: (data, _names, of) => ({
      title: t("created", { entity: of }),
      details: of === entity ? [...stageLine(data.stageId), ...leadLines(data)] : [textOf(data.title)],
      quote: textOf(fromLead(data)?.comment) || undefined,
    }),
    stage_changed: (data) => moved(data),
    updated: (data, names) => ({ title: t("updated"), details: changeLines(data, names) }),
    products_changed: (data) => ({
      title: t("productsChanged", {
        count: Number(data.count),
        total: formatMoney(Number(data.totalMinor), textOf(data.currency) || currency, locale),
      }),
      details: [],
    }),
    deleted: () => ({ title: t("deleted", { entity }), details: [] }),
    restored: () => ({ title: t("restored", { entity }), details: [] }),
    converted: (data, names) => ({
      title: lead("converted"),
      details: [
        ...(["deal", "contact", "company"] as const).flatMap((kind) => {
          const name = names[textOf(data[`${kind}Id`])];
          return name ? [lead(`became.${kind}`, { name })] : [];
        }),
        ...activitiesLine("activitiesLeft", madeActivities(data)),
      ],
    }),
    returned: (data) => ({
      title: lead("returned"),
      details: [...dealAfterReturn(data), ...activitiesLine("activitiesBack", Number(data.activities ?? 0))],
    }),
    kind_changed: (data) => ({ title: lead("kind", { kind: textOf(data.to) }), details: [] }),
    sent: told("sent"),
    emailed: (data) => ({ ...told("emailed")(data), details: [textOf(data.to)] }),
    payment_recorded: paid("paymentRecorded"),
    payment_removed: paid("paymentRemoved"),
    paid: told("paid"),
    reopened: told("reopened"),
    overdue: told("overdue"),
    voided: (data) => ({ ...told("voided")(data), details: [textOf(data.reason)] }),
    link_changed: (data) => told(data.link === "revoked" ? "linkRevoked" : "linkMade")(data),
    "activity.created": (data) =>
      data.done
        ? { ...activity("activityDone")(data), quote: textOf(data.description) || undefined }
        : activity("planned")(data),
    "activity.done": (data) => ({
      ...activity("activityDone")(data),
      quote: textOf(data.result) || undefined,
    }),
    "activity.reopened": activity("activityReopened"),
    "activity.changed": activity("activityChanged"),
    "activity.deleted": activity("activityDeleted"),
    "activity.restored": activity("activityRestored"),
    "comment.added": (data) =>
      data.removed
        ? { title: t("commentRemoved"), details: [] }
        : {
            title: data.edited ? t("commentedEdited") : t("commented"),
            details: [],
            quote: textOf(data.text),
          },
    "link.added": (data) => ({
      title: t("linked", { title: textOf(data.otherTitle) }),
      details: roleLine(data),
    }),
    "link.removed": (data) => ({ title: t("unlinked", { title: textOf(data.otherTitle) }), details: [] }),
    "link.changed": (data) => ({
      title: t("linkChanged", { title: textOf(data.otherTitle) }),
      details: roleLine(data),
    }),
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

  function moved(data: Data): EntryText {
    const reason = directory.lossReason(data.lossReasonId) ?? t("gone");
    return {
      title: t("moved", { from: stageName(data.fromStageId), to: stageName(data.stageId) }),
      details: data.lossReasonId ? [t("because", { reason })] : [],
    };
  }
  function dealAfterReturn({ trashed, kept }: Data): string[] {
    const has = (part: unknown) => typeof part === "object" && part !== null && "dealId" in part;
    if (has(trashed)) return [lead("dealTrashed")];
    return has(kept) ? [lead("dealKept")] : [];
  }
  function activitiesLine(key: "activitiesLeft" | "activitiesBack", count: number): string[] {
    return count > 0 ? [lead(key, { count })] : [];
  }
  function leadLines(data: Data): string[] {
    const from = fromLead(data);
    if (!from) return [];
    const origin = Object.entries(from.origin).map(
      ([key, value]) => `${lead(`origin.${key as Origin}`)}: ${value}`,
    );
    return [lead("madeOf", { title: from.title }), ...origin];
  }
  function stageName(id: unknown): string {
    return directory.stage(id)?.name ?? t("goneStage");
  }
  function stageLine(id: unknown): string[] {
    return directory.stage(id) ? [t("atStage", { stage: stageName(id) })] : [];
  }
  function roleLine(data: Data): string[] {
    const role = textOf(data.role);
    return role ? [t("role", { role })] : [];
  }
  // "Amount: 100 ₽ → 200 ₽" for each changed field, ids resolved to names.
  function changeLines(data: Data, names: Names): string[] {
    return fieldChanges(data, names, currency, fields).map(({ field, from, to }) =>
      t("change", { field, from: from || t("blank"), to: to || t("blank") }),
    );
  }
  return ({ name, data, names }) => {
    const known = knownEvent(name);
    return known ? words[known](data, names, entityOf(name) ?? entity) : { title: t("other"), details: [] };
  };
}

/** Each field that an entry changed, in words: what it was and what it became. */
export function useFieldChanges({ entity, currency }: EntrySubject) {
  const t = useTranslations("deal.timeline");
  const fields = useFieldWords(entity);
  return ({ data, names }: TimelineEntry) =>
    fieldChanges(data, names, currency, fields).map((change) => ({
      ...change,
      from: change.from || t("blank"),
      to: change.to || t("blank"),
    }));
}

type FieldWord = { key: string; field: string; from: string; to: string };

function fieldChanges(data: Data, names: Names, currency: string, words: FieldWords): FieldWord[] {
  const changes = changesOf(data);
  const changed = changes.find(({ field }) => field === "currency");
  return changes.map(({ field, from, to }) => ({
    key: field,
    field: words.label(field),
    from: words.text(field, from, { names, currency: textOf(changed?.from) || currency }),
    to: words.text(field, to, { names, currency: textOf(changed?.to) || currency }),
  }));
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
