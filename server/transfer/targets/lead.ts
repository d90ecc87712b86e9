import { insertLeads, overwriteLeads } from "@/server/crm/leads";
import { isMoving, type StagedOverwriting, visitsOf } from "@/server/crm/staged";
import { plainText } from "@/server/filter";
import { type LeadKind, leadKinds } from "@/server/pipelines/contract";
import { invariant } from "@/server/platform";
import type { TargetField } from "../contract";
import { shortened } from "../values/shortened";
import { choiceOf } from "./choices";
import { importDate } from "./dates";
import type { Surrounding } from "./draft";
import { lossless, personFields, recordFields, target } from "./fields";
import { emptied } from "./links";
import { amountFault, amountOf } from "./money";
import { noteUpdates } from "./note-updates";
import { personName, pointsOf, toldName } from "./reach";
import { closedAt, type Standing, stagedFields, stageFault, stageOf } from "./standing";
import type { Target } from "./target";

type Values = Record<string, unknown>;

/** Where an enquiry came from, and how long each of its texts may be. */
const texts = {
  companyName: 200,
  comment: 10_000,
  utmSource: 300,
  utmMedium: 300,
  utmCampaign: 300,
  utmContent: 300,
  utmTerm: 300,
  page: 2_000,
  referrer: 2_000,
} as const;

const marks: TargetField[] = [
  target("utmSource", "text", "UTM: источник", "UTM source"),
  target("utmMedium", "text", "UTM: канал", "UTM medium"),
  target("utmCampaign", "text", "UTM: кампания", "UTM campaign"),
  target("utmContent", "text", "UTM: объявление", "UTM content"),
  target("utmTerm", "text", "UTM: ключевое слово", "UTM term"),
  target("page", "text", "Страница", "Page"),
  target("referrer", "text", "Откуда пришёл", "Came from"),
];

/** Enquiries: who asks stands in the row itself, and becomes nobody's contact before the lead is converted. */
export const leadTarget: Target = {
  entity: "lead",
  keys: ["externalId", "phone", "email"],
  fields: (around) => [
    target("title", "text", "Название", "Title"),
    ...personFields(),
    target("companyName", "text", "Название компании", "Company name"),
    target("comment", "text", "Сообщение", "Message"),
    ...stagedFields(around),
    ...marks,
    ...recordFields(),
    ...(around.lossless
      ? [
          target("closedAt", "datetime", "Закрыт", "Closed"),
          target("kind", "list", "Вид", "Kind", { options: leadKinds.map((id) => ({ id, label: id })) }),
          target("convertedAt", "datetime", "Конвертирован", "Converted"),
          target("contactId", "link", "Контакт", "Contact", { linksTo: "contact" }),
          target("companyId", "link", "Компания", "Company", { linksTo: "company" }),
          target("dealId", "link", "Сделка", "Deal", { linksTo: "deal" }),
          ...lossless({ reached: true }),
        ]
      : []),
  ],
  fault: (values, options, around) =>
    (titleOf(values) === "" ? { field: "title", code: "REQUIRED" } : null) ??
    amountFault(values.amountMinor, "amountMinor") ??
    stageFault(values, options, around),
  name: titleOf,
  byNames: async () => new Map(),
  misfit(values, { row }, around) {
    const stage = stageOf({ stageId: values.stageId }, noStage, around);
    if (!stage || stage.id === row.stage_id) return null;
    // Only a conversion qualifies a lead, and only a return takes that back.
    if (row.converted_at !== null && stage.outcome !== "won")
      return { field: "stageId", code: "LEAD_CONVERTED" };
    return row.converted_at === null && stage.outcome === "won"
      ? { field: "stageId", code: "LEAD_NOT_CONVERTED" }
      : null;
  },
  async create(batch, drafts) {
    const { tx, ctx, options, around } = batch;
    const { slots } = await batch.custom("lead");
    const rows = drafts.map(({ values, ownerId, custom }) => {
      const stage = stageOf(values, options, around);
      invariant(stage, "a row without a stage was refused");
      return {
        id: ctx.newId(),
        title: titleOf(values),
        name: toldName(values),
        ...textsOf(values, null),
        ...amountOf(values.amountMinor, values.currency, ctx.currency),
        ownerId,
        sourceId: choiceOf(values.sourceId),
        ...lossOf(stage, values, around),
        ...(around.lossless && became(values)),
        stage,
        closedAt: closedAt(batch, stage, values),
        createdAt: importDate(values.createdAt) ?? ctx.now(),
        points: pointsOf(ctx, values),
        custom: custom.custom,
        slots: { ...emptied(slots), ...custom.slots },
      };
    });
    await insertLeads(tx, ctx, rows, batch);
    const ids = rows.map((row) => row.id);
    batch.made("lead", ids);
    await batch.besides("lead", drafts, ids);
    return ids;
  },
  async update(batch, revisions) {
    const { tx, ctx, options, around } = batch;
    const changes = revisions.map(({ values, before, custom }): StagedOverwriting => {
      const stage = values.stageId === undefined ? null : stageOf(values, options, around);
      const name = toldName(values);
      const columns = {
        ...custom.slots,
        custom: custom.custom,
        ...(values.title !== undefined && { title: titleOf(values) }),
        ...(name !== null && { name }),
        ...textsOf(values, undefined),
        ...(values.amountMinor !== undefined &&
          amountOf(values.amountMinor, values.currency, String(before.row.currency))),
        ...(typeof values.ownerId === "string" && { ownerId: values.ownerId }),
        ...(values.sourceId !== undefined && { sourceId: choiceOf(values.sourceId) }),
        ...(stage && stage.id !== before.row.stage_id && lossOf(stage, values, around)),
      };
      const points = pointsOf(ctx, values);
      return {
        ...{ before, points, columns },
        ...(stage && { stage: { ...stage, closedAt: closedAt(batch, stage, values) } }),
      };
    });
    const visits = await visitsOf(
      tx,
      ctx,
      changes.filter(isMoving).map(({ before }) => String(before.row.id)),
    );
    const changed = await overwriteLeads(tx, ctx, changes, batch);
    Object.assign(batch.ledger.visits, Object.fromEntries(visits));
    await noteUpdates(batch, "lead", revisions, changed);
  },
};

/** What a lead of our own export turned out to be, and what it became. */
function became({ kind, convertedAt, contactId, companyId, dealId }: Values) {
  const known = choiceOf(kind);
  return {
    ...(known && { kind: known as LeadKind }),
    convertedAt: importDate(convertedAt),
    ...{ contactId: idOf(contactId), companyId: idOf(companyId), dealId: idOf(dealId) },
  };
}

function idOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

const noStage = { stageId: null } as Parameters<typeof stageOf>[1];

/** What a lead is called: its title, else who it is from, as `createLead` has it. */
function titleOf(values: Values): string {
  const title = values.title ?? toldName(values) ?? values.companyName ?? personName(values);
  return shortened(plainText(title), 300);
}

/** The texts that a row has; those it lacks as `absent`, undefined leaving them out. */
function textsOf<Absent extends null | undefined>(values: Values, absent: Absent) {
  const read = Object.entries(texts).flatMap(([key, longest]) => {
    const value = values[key] === undefined ? absent : shortened(plainText(values[key]), longest);
    return value === undefined ? [] : [[key, value]];
  });
  return Object.fromEntries(read) as Record<keyof typeof texts, string | Absent>;
}

/** Why a lead was lost, and what it turned out to be by that. */
function lossOf(
  { outcome }: Standing,
  values: Values,
  { lossReasons }: Surrounding,
): { lossReasonId: string | null; kind: LeadKind } {
  const lossReasonId = outcome === "lost" ? choiceOf(values.lossReasonId) : null;
  const reason = lossReasons.find((one) => one.id === lossReasonId);
  const kind = reason?.class === "technical" ? (reason.leadKind ?? "spam") : "real";
  return { lossReasonId, kind };
}
