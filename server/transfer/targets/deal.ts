import { type DealOverwriting, insertDeals, overwriteDeals, visitsOf } from "@/server/crm/deals";
import { plainText } from "@/server/filter";
import { currencyDigits, invariant } from "@/server/platform";
import { mostMinor } from "@/server/platform/money";
import type { ImportOptions } from "../contract";
import type { Batch } from "../run/batch";
import type { MoneyValue } from "../values/money";
import { shortened } from "../values/shortened";
import type { StageChoice } from "../values/stages";
import { importDate, importDay } from "./dates";
import type { Surrounding } from "./draft";
import { firmFields, personFields, recordFields, target } from "./fields";
import { emptied, linkCompanies, linkContacts } from "./links";
import { noteUpdates } from "./note-updates";
import type { Target } from "./target";

type Values = Record<string, unknown>;
type Stage = StageChoice & { pipelineId: string };

/** Deals, with the contact and the company each row may carry. */
export const dealTarget: Target = {
  entity: "deal",
  keys: ["externalId"],
  fields: ({ sources, lossReasons, lossless }) => [
    target("title", "text", "Название", "Title", { required: true }),
    target("amountMinor", lossless ? "minor" : "money", "Сумма", "Amount"),
    target("currency", "currency", "Валюта", "Currency"),
    target("pipelineId", "pipeline", "Воронка", "Pipeline"),
    target("stageId", "stage", "Стадия", "Stage"),
    target("closesAt", lossless ? "datetime" : "date", "Дата закрытия", "Close date"),
    target("sourceId", "list", "Источник", "Source", { options: named(sources) }),
    target("lossReasonId", "list", "Причина отказа", "Loss reason", { options: named(lossReasons) }),
    ...recordFields(),
    ...(lossless
      ? [
          target("contactId", "link", "Контакт", "Contact", { linksTo: "contact" }),
          target("companyId", "link", "Компания", "Company", { linksTo: "company" }),
          target("closedAt", "datetime", "Закрыта", "Closed"),
        ]
      : []),
    ...personFields("contact."),
    ...firmFields("company."),
  ],
  fault(values, options, around) {
    const amount = values.amountMinor as MoneyValue | undefined;
    if (amount && amount.minor < 0) return { field: "amountMinor", code: "NEGATIVE_AMOUNT" };
    if (amount && inMinor(amount) > mostMinor) return { field: "amountMinor", code: "TOO_LARGE" };
    if (isPlanned(values.stageId)) return null;
    return stageOf(values, options, around) ? null : { field: "stageId", code: "NO_STAGE" };
  },
  name: titleOf,
  byNames: async () => new Map(),
  async create(batch, drafts) {
    const { tx, ctx, options, around } = batch;
    const companies = await linkCompanies(batch, drafts);
    const contacts = await linkContacts(batch, drafts, companies);
    const { slots } = await batch.custom("deal");
    const rows = drafts.map(({ values, ownerId, custom }, place) => {
      const stage = stageOf(values, options, around);
      invariant(stage, "a row without a stage was refused");
      const createdAt = importDate(values.createdAt) ?? ctx.now();
      const closesAt = importDay(values.closesAt, ctx.timeZone);
      return {
        id: ctx.newId(),
        title: titleOf(values),
        ...amountOf(values, ctx.currency),
        contactId: idOf(values.contactId) ?? contacts[place] ?? null,
        companyId: idOf(values.companyId) ?? companies[place] ?? null,
        ownerId,
        sourceId: choiceOf(values.sourceId),
        lossReasonId: stage.outcome === "lost" ? choiceOf(values.lossReasonId) : null,
        pipelineId: stage.pipelineId,
        stageId: stage.id,
        outcome: stage.outcome,
        closesAt,
        closedAt: closedAt(batch, stage, values),
        createdAt,
        custom: custom.custom,
        slots: { ...emptied(slots), ...custom.slots },
      };
    });
    await insertDeals(tx, ctx, rows, batch);
    const ids = rows.map((row) => row.id);
    batch.made("deal", ids);
    await batch.besides("deal", drafts, ids);
    return ids;
  },
  async update(batch, revisions) {
    const { tx, ctx, options, around } = batch;
    const companies = await linkCompanies(batch, revisions);
    const contacts = await linkContacts(batch, revisions, companies);
    const changes = revisions.map(({ values, before, custom }, place): DealOverwriting => {
      const stage = values.stageId === undefined ? null : stageOf(values, options, around);
      const columns = {
        ...custom.slots,
        custom: custom.custom,
        title: titleOf(values),
        ...(values.amountMinor !== undefined && amountOf(values, String(before.row.currency))),
        ...(typeof values.ownerId === "string" && { ownerId: values.ownerId }),
        ...(values.closesAt !== undefined && { closesAt: importDay(values.closesAt, ctx.timeZone) }),
        ...(values.sourceId !== undefined && { sourceId: choiceOf(values.sourceId) }),
        ...link("contactId", values.contactId ?? (before.row.contact_id === null ? contacts[place] : null)),
        ...link("companyId", values.companyId ?? (before.row.company_id === null ? companies[place] : null)),
      };
      return {
        before,
        points: [],
        columns,
        ...(stage && { stage: { ...stage, closedAt: closedAt(batch, stage, values) } }),
      };
    });
    const visits = await visitsOf(
      tx,
      ctx,
      changes
        .filter(({ stage, before }) => stage && stage.id !== before.row.stage_id)
        .map(({ before }) => String(before.row.id)),
    );
    const changed = await overwriteDeals(tx, ctx, changes, batch);
    Object.assign(batch.ledger.visits, Object.fromEntries(visits));
    await noteUpdates(batch, "deal", revisions, changed);
  },
};

function titleOf(values: Values): string {
  return shortened(plainText(values.title ?? ""), 300);
}

function named(all: readonly { id: string; name: string }[]) {
  return all.map(({ id, name }) => ({ id, label: name }));
}

/** The stage a row names, the first open one of the pipeline it names, or the one chosen for rows that name none. */
function stageOf(values: Values, options: ImportOptions, { pipelines }: Surrounding): Stage | null {
  const id = values.stageId ?? (values.pipelineId === undefined ? options.stageId : undefined);
  for (const pipeline of pipelines) {
    const stage = pipeline.stages.find((one) =>
      id === undefined ? pipeline.id === values.pipelineId && one.outcome === "open" : one.id === id,
    );
    if (stage) return { ...stage, pipelineId: pipeline.id };
  }
  return null;
}

/** When a deal on a closed stage was closed: what the file says, if it has passed, else now. */
function closedAt({ ctx }: Batch, stage: Stage, values: Values): Date | null {
  if (stage.outcome === "open") return null;
  const told = importDate(values.closedAt) ?? importDay(values.closesAt, ctx.timeZone);
  return told && told <= ctx.now() ? told : ctx.now();
}

function amountOf(values: Values, currency: string): { amountMinor: number; currency: string } {
  const amount = values.amountMinor as MoneyValue | undefined;
  if (!amount) return { amountMinor: 0, currency: (values.currency as string | undefined) ?? currency };
  return { amountMinor: inMinor(amount), currency: amount.currency ?? currency };
}

/** Hundredths as the currency's own minor units. */
function inMinor({ minor, currency, exact }: MoneyValue): number {
  return exact || currency === null ? minor : Math.round(minor * 10 ** (currencyDigits(currency) - 2));
}

function isPlanned(value: unknown): boolean {
  return typeof value === "object" && value !== null && "create" in value;
}

function choiceOf(value: unknown): string | null {
  return typeof value === "object" && value !== null && "id" in value ? String(value.id) : null;
}

function idOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function link(key: string, id: unknown): Record<string, unknown> {
  return typeof id === "string" ? { [key]: id } : {};
}
