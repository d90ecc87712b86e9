import { createActivity } from "@/server/crm/activities";
import { addComment } from "@/server/crm/comments";
import { createCompany } from "@/server/crm/companies";
import { createContact } from "@/server/crm/contacts";
import { setRate } from "@/server/crm/currencies";
import { createDeal } from "@/server/crm/deals";
import { createInvoice, getInvoice, issueInvoice, recordPayment } from "@/server/crm/invoices";
import { createLead } from "@/server/crm/leads";
import { addLines } from "@/server/crm/line-items";
import { linkRecords } from "@/server/crm/links";
import { createItem, createList } from "@/server/crm/lists";
import { createProduct, saveCategory } from "@/server/crm/products";
import { createTag } from "@/server/crm/tags";
import { createCustomField } from "@/server/fields";
import { addFile, type Incoming } from "@/server/files";
import { makeWorkspace, type Workspace } from "@/server/testing/fixtures";
import { createEndpoint, pingEndpoint } from "@/server/webhooks";

export type Schema = Record<string, unknown>;
export type Described = {
  operationId: string;
  tags: string[];
  parameters: { name: string; in: string; required: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
};
export type Document = {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, Schema> };
};
export type Told = Described & { path: string; method: string };

/** Every operation as the document, and nothing else, tells of it. */
export function toldIn({ paths }: Document): Told[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...{ ...operation, path },
      method: method.toUpperCase(),
    })),
  );
}

/** What stands in every text of a furnished workspace. */
export const secret = "Confidential 7c1f";

type Ids = Record<string, string>;
export type Furnished = Workspace & {
  listId: string;
  /** One of each kind of record by its place in addresses. */
  records: Ids;
  /** Those, and everything else that has an id in an address; `deals.lineId` stands beneath a deal. */
  ids: Ids;
};

/** A workspace with one of everything that has an id in an address. */
export async function furnished(name: string): Promise<Furnished> {
  const w = await makeWorkspace(name);
  const { owner } = w;
  const deal = await createDeal(owner, { title: secret, stageId: w.stages.fresh });
  const list = await createList(owner, { name: secret, itemName: "T" });
  const records = {
    deals: deal.id,
    leads: (await createLead(owner, { title: secret })).id,
    contacts: (await createContact(owner, { name: secret })).id,
    companies: (await createCompany(owner, { name: secret })).id,
    products: (await createProduct(owner, { name: secret })).id,
    invoices: (await createInvoice(owner, { note: secret })).id,
    "list-items": (await createItem(owner, { listId: list.id, title: secret })).id,
  };
  const webhook = await createEndpoint(owner, { url: "https://example.com/hook", events: ["*"] });
  const file = await addFile(owner, { recordId: deal.id, name: secret }, bytesOf(secret));
  const around = {
    pipelines: w.pipelineId,
    stages: w.stages.work,
    activities: (await createActivity(owner, { recordId: deal.id, title: secret })).id,
    comments: (await addComment(owner, { recordId: deal.id, text: secret })).id,
    fields: (await createCustomField(owner, { entity: "deal", type: "text", label: secret })).id,
    webhooks: webhook.id,
    deliveries: (await pingEndpoint(owner, { endpointId: webhook.id })).id,
    files: file.id,
    lists: list.id,
    tags: (await createTag(owner, { name: secret })).id,
    categories: (await saveCategory(owner, { name: secret })).id,
    rates: (await setRate(owner, { currency: "USD", day: "2026-01-01", rateMicros: 900_000 })).id,
    paymentId: await payment(w),
    memberId: owner.member?.id ?? "",
  };
  return { ...w, listId: list.id, records, ids: { ...around, ...records, ...(await beneath(w, records)) } };
}

async function payment({ owner }: Workspace): Promise<string> {
  const { id: invoiceId } = await createInvoice(owner, {});
  await addLines(owner, { recordId: invoiceId, lines: [{ name: secret, priceMinor: 100 }] });
  await issueInvoice(owner, { invoiceId });
  await recordPayment(owner, { invoiceId });
  return (await getInvoice(owner, { invoiceId })).payments[0]?.id ?? "";
}

async function beneath({ owner }: Workspace, records: Ids): Promise<Ids> {
  const ids: Ids = {};
  for (const place of ["deals", "invoices"]) {
    const lines = [{ name: secret, priceMinor: 100 }];
    const made = await addLines(owner, { recordId: records[place] ?? "", lines });
    ids[`${place}.lineId`] = made.lines[0]?.id ?? "";
  }
  const other = await createContact(owner, { name: secret });
  for (const [place, fromId] of Object.entries(records))
    ids[`${place}.linkId`] = (await linkRecords(owner, { fromId, toId: other.id })).id;
  return ids;
}

function bytesOf(text: string): Incoming {
  return { body: new Blob([text]).stream() as Incoming["body"], size: null };
}

/** An address with ids in it. */
export function placed(path: string, ids: Ids): string {
  const place = path.split("/")[1] ?? "";
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    name === "id" ? (ids[place] ?? "") : (ids[`${place}.${name}`] ?? ids[name] ?? ""),
  );
}

/** A request that fits an operation, so that a refusal is about the ids. */
export function request(w: Furnished, { operationId, method, path }: Told, ids: Ids) {
  const body = bodies(w)[operationId] ?? common.find(([begins]) => operationId.startsWith(begins))?.[1];
  const query = queries[operationId] ?? (operationId.startsWith("uploadFile") ? "?name=a.txt" : "");
  return [method, placed(path, ids) + query, body] as const;
}

const queries: Record<string, string> = {
  ...{ listFields: "?entity=deal", search: "?text=confidential" },
  ...{ listRates: "?currency=USD", disableCurrency: "?currency=USD", uploadFileVersion: "" },
};

/** Bodies of what every kind of record has. */
const common: [string, unknown][] = [
  ["createActivityOf", { title: "T" }],
  ["commentOn", { text: "T" }],
  ["writePointsOf", { points: [{ kind: "site", value: "example.com" }] }],
  ["addLinesTo", { lines: [{ name: "T", priceMinor: 100 }] }],
  ["updateLineOf", { name: "T" }],
  ["changeLinkOf", { role: "T" }],
  ["uploadFile", "bytes"],
];

const bodies = (w: Furnished): Record<string, unknown> => ({
  createListItem: { listId: w.listId, title: "T" },
  ...{ createDeal: { title: "T", stageId: w.stages.fresh }, moveDeal: { stageId: w.stages.work } },
  ...{ createContact: { name: "T" }, createCompany: { name: "T" }, createPipeline: { name: "T" } },
  ...{ createProduct: { name: "T" }, updateListItem: { title: "T" } },
  ...{ updateProduct: { name: "T" }, updateInvoice: { note: "T" } },
  ...{ updateDeal: { title: "T" }, updateContact: { name: "T" }, updateCompany: { name: "T" } },
  ...{ createLead: { title: "T" }, updateLead: { title: "T" }, setLeadKind: { kind: "real" } },
  ...{
    moveLead: { stageId: w.leadStages.work },
    convertLead: { deal: null, contact: { name: "T" }, company: null },
  },
  createStage: { name: "T", colour: "sky", outcome: "open", afterId: null },
  ...{ renamePipeline: { name: "T" }, updateStage: { name: "T" }, moveStage: { afterId: null } },
  ...{ createField: { entity: "deal", type: "text", label: "T" }, updateField: { label: "T" } },
  ...{ createWebhook: { url: "https://example.com/", events: ["deal.created"] }, updateWebhook: {} },
  replayDeliveries: { since: "2026-01-01T00:00:00Z" },
  ...{ createCategory: { name: "T" }, writeCategory: { name: "T" } },
  ...{ createList: { name: "T", itemName: "T" }, renameList: { name: "T" } },
  ...{ createTag: { name: "T" }, changeTag: { colour: "sky" }, mergeTags: { intoId: w.ids.tags } },
  ...{ enableCurrency: { currency: "GBP" }, editComment: { text: "T" }, renameFile: { name: "b.txt" } },
  ...{ setRate: { currency: "USD", day: "2026-02-01", rateMicros: 910_000 }, changeActivity: { title: "T" } },
  setLinesOfDeal: { lines: [{ id: w.ids["deals.lineId"], name: "T", priceMinor: 100 }] },
  setLinesOfInvoice: {
    lines: [
      { id: w.ids["invoices.lineId"], name: "T", priceMinor: 100 },
      { name: "T", priceMinor: 100 },
    ],
  },
  ...{ sendInvoice: { to: "olga@example.com" }, voidInvoice: { reason: "T" } },
  ...Object.fromEntries(
    ["Deal", "Lead", "Company", "Product", "Invoice", "ListItem"].map((name) => [
      `link${name}`,
      { toId: w.ids.contacts },
    ]),
  ),
  linkContact: { toId: w.ids.companies },
});
