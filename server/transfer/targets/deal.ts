import { type DealOverwriting, insertDeals, overwriteDeals } from "@/server/crm/deals";
import { withLines } from "@/server/crm/line-items";
import type { Image } from "@/server/crm/records";
import { isMoving, visitsOf } from "@/server/crm/staged";
import { plainText } from "@/server/filter";
import { invariant } from "@/server/platform";
import { shortened } from "../values/shortened";
import { choiceOf } from "./choices";
import { importDate, importDay } from "./dates";
import type { Revision } from "./draft";
import { firmFields, lossless, personFields, recordFields, target } from "./fields";
import { bringLines, exchangeLines, linesIn, worthOf } from "./lines";
import { emptied, linkCompanies, linkContacts } from "./links";
import { amountFault, amountOf } from "./money";
import { noteUpdates } from "./note-updates";
import { closedAt, stagedFields, stageFault, stageOf } from "./standing";
import type { Target } from "./target";

type Values = Record<string, unknown>;

/** Deals, with the contact and the company each row may carry. */
export const dealTarget: Target = {
  entity: "deal",
  keys: ["externalId"],
  fields: (around) => [
    target("title", "text", "Название", "Title", { required: true }),
    target("closesAt", around.lossless ? "datetime" : "date", "Дата закрытия", "Close date"),
    ...stagedFields(around),
    ...recordFields(),
    ...(around.lossless
      ? [
          target("contactId", "link", "Контакт", "Contact", { linksTo: "contact" }),
          target("companyId", "link", "Компания", "Company", { linksTo: "company" }),
          target("closedAt", "datetime", "Закрыта", "Closed"),
          target("lines", "part", "Товары", "Products"),
          ...lossless(),
        ]
      : []),
    ...personFields("contact."),
    ...firmFields("company."),
  ],
  fault: (values, options, around) =>
    amountFault(values.amountMinor, "amountMinor") ?? stageFault(values, options, around),
  name: titleOf,
  byNames: async () => new Map(),
  async conflicts({ tx, ctx }, drafts) {
    const repriced = drafts.filter(
      (draft): draft is Revision => "before" in draft && !linesIn(draft) && isRepriced(draft),
    );
    const lined = await withLines(
      tx,
      ctx,
      repriced.map(({ before }) => String(before.row.id)),
    );
    const refused = repriced.filter(({ before }) => lined.has(String(before.row.id)));
    return new Map(refused.map(({ line }) => [line, { field: "amountMinor", code: "AMOUNT_FROM_LINES" }]));
  },
  async create(batch, drafts) {
    const { tx, ctx, options, around } = batch;
    const companies = await linkCompanies(batch, drafts);
    const contacts = await linkContacts(batch, drafts, companies);
    const { slots } = await batch.custom("deal");
    const rows = drafts.map((draft, place) => {
      const { values, ownerId, custom } = draft;
      const stage = stageOf(values, options, around);
      invariant(stage, "a row without a stage was refused");
      const createdAt = importDate(values.createdAt) ?? ctx.now();
      const closesAt = importDay(values.closesAt, ctx.timeZone);
      return {
        id: ctx.newId(),
        title: titleOf(values),
        ...amountOf(values.amountMinor, values.currency, ctx.currency),
        ...worthOf(draft),
        contactId: idOf(values.contactId) ?? contacts[place] ?? null,
        companyId: idOf(values.companyId) ?? companies[place] ?? null,
        ownerId,
        sourceId: choiceOf(values.sourceId),
        lossReasonId: stage.outcome === "lost" ? choiceOf(values.lossReasonId) : null,
        stage,
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
    await bringLines(batch, drafts, ids);
    await batch.besides("deal", drafts, ids);
    return ids;
  },
  async update(batch, revisions) {
    const { tx, ctx, options, around } = batch;
    const companies = await linkCompanies(batch, revisions);
    const contacts = await linkContacts(batch, revisions, companies);
    const relined = await exchangeLines(batch, revisions);
    const changes = revisions.map((revision, place): DealOverwriting => {
      const { values, before, custom } = revision;
      const stage = values.stageId === undefined ? null : stageOf(values, options, around);
      const columns = {
        ...custom.slots,
        custom: custom.custom,
        title: titleOf(values),
        ...newAmount(values, before),
        ...worthOf(revision),
        ...(typeof values.ownerId === "string" && { ownerId: values.ownerId }),
        ...(values.closesAt !== undefined && { closesAt: importDay(values.closesAt, ctx.timeZone) }),
        ...(values.sourceId !== undefined && { sourceId: choiceOf(values.sourceId) }),
        // As a move by hand: a reason belongs to a lost stage.
        ...(stage &&
          stage.id !== before.row.stage_id && {
            lossReasonId: stage.outcome === "lost" ? choiceOf(values.lossReasonId) : null,
          }),
        ...link("contactId", values.contactId ?? (before.row.contact_id === null ? contacts[place] : null)),
        ...link("companyId", values.companyId ?? (before.row.company_id === null ? companies[place] : null)),
      };
      return {
        before,
        points: [],
        columns,
        ...(relined.has(String(before.row.id)) && { lines: linesIn(revision)?.length }),
        ...(stage && { stage: { ...stage, closedAt: closedAt(batch, stage, values) } }),
      };
    });
    const visits = await visitsOf(
      tx,
      ctx,
      changes.filter(isMoving).map(({ before }) => String(before.row.id)),
    );
    const changed = await overwriteDeals(tx, ctx, changes, batch);
    Object.assign(batch.ledger.visits, Object.fromEntries(visits));
    await noteUpdates(batch, "deal", revisions, changed);
  },
};

function newAmount(values: Values, { row }: Image) {
  if (values.amountMinor === undefined) return {};
  return amountOf(values.amountMinor, values.currency, String(row.currency));
}

function isRepriced({ values, before }: Revision): boolean {
  const next = {
    amountMinor: before.row.amount_minor,
    currency: before.row.currency,
    ...newAmount(values, before),
  };
  return next.amountMinor !== before.row.amount_minor || next.currency !== before.row.currency;
}

function titleOf(values: Values): string {
  return shortened(plainText(values.title ?? ""), 300);
}

function idOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function link(key: string, id: unknown): Record<string, unknown> {
  return typeof id === "string" ? { [key]: id } : {};
}
