import { Validator } from "@seriousme/openapi-schema-validator";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { messagesOf } from "@/messages";
import { createActivity } from "@/server/crm/activities";
import { addComment } from "@/server/crm/comments";
import { createCompany } from "@/server/crm/companies";
import { createContact } from "@/server/crm/contacts";
import { createDeal } from "@/server/crm/deals";
import { createInvoice } from "@/server/crm/invoices";
import { createLead } from "@/server/crm/leads";
import { createItem, createList } from "@/server/crm/lists";
import { createProduct } from "@/server/crm/products";
import { createCustomField } from "@/server/fields";
import { roles } from "@/server/platform";
import { makeMember, makeWorkspace, type Workspace } from "@/server/testing/fixtures";
import { createEndpoint, pingEndpoint } from "@/server/webhooks";
import { offeredScopes, openApiDocument } from "./index";
import { apiOperations } from "./operations";
import { type Call, callerOf } from "./testing.fixture";

useTestDatabase();

process.env.BETTER_AUTH_SECRET ??= "a secret of this test alone";

type Schema = Record<string, unknown>;
type Described = {
  operationId: string;
  parameters: { name: string; in: string; required: boolean; schema: Schema }[];
  requestBody?: { content: { "application/json": { schema: Schema } } };
};
type Document = {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, Schema> };
};

const document = openApiDocument("en") as unknown as Document;

/** Every operation as the document, and nothing else, tells of it. */
const told = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    ...operation,
    path,
    method: method.toUpperCase(),
  })),
);

const secret = "Confidential 7c1f";

/** A workspace with one of everything that has an id in an address. */
async function furnished(name: string): Promise<Workspace & { listId: string; ids: Record<string, string> }> {
  const w = await makeWorkspace(name);
  const deal = await createDeal(w.owner, { title: secret, stageId: w.stages.fresh });
  const lead = await createLead(w.owner, { title: secret });
  const contact = await createContact(w.owner, { name: secret });
  const company = await createCompany(w.owner, { name: secret });
  const product = await createProduct(w.owner, { name: secret });
  const invoice = await createInvoice(w.owner, { note: secret });
  const list = await createList(w.owner, { name: secret, itemName: "T" });
  const item = await createItem(w.owner, { listId: list.id, title: secret });
  const activity = await createActivity(w.owner, { recordId: deal.id, title: secret });
  const comment = await addComment(w.owner, { recordId: deal.id, text: secret });
  const field = await createCustomField(w.owner, { entity: "deal", type: "text", label: secret });
  const webhook = await createEndpoint(w.owner, { url: "https://example.com/hook", events: ["*"] });
  const delivery = await pingEndpoint(w.owner, { endpointId: webhook.id });
  const ids = {
    ...{
      deals: deal.id,
      leads: lead.id,
      contacts: contact.id,
      companies: company.id,
      products: product.id,
      invoices: invoice.id,
      "list-items": item.id,
      pipelines: w.pipelineId,
    },
    ...{ stages: w.stages.work, activities: activity.id, comments: comment.id, fields: field.id },
    ...{ webhooks: webhook.id, deliveries: delivery.id },
  };
  return { ...w, listId: list.id, ids };
}

const groupOf = (path: string) => path.split("/")[1] ?? "";

/** A body that fits, so that a refusal is about the id. */
const bodies = (w: Workspace & { listId: string }): Record<string, unknown> => ({
  createListItem: { listId: w.listId, title: "T" },
  ...{ createDeal: { title: "T", stageId: w.stages.fresh }, moveDeal: { stageId: w.stages.work } },
  ...{ createContact: { name: "T" }, createCompany: { name: "T" }, createPipeline: { name: "T" } },
  updateListItem: { title: "T" },
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
});

const queries: Record<string, string> = { listFields: "?entity=deal", search: "?text=confidential" };

function request(w: Workspace & { listId: string }, operation: (typeof told)[number], id: string) {
  const { operationId, method, path } = operation;
  const body = operationId.startsWith("createActivityOf")
    ? { title: "T" }
    : operationId.startsWith("commentOn")
      ? { text: "T" }
      : operationId.startsWith("writePointsOf")
        ? { points: [{ kind: "site", value: "example.com" }] }
        : bodies(w)[operationId];
  return [method, path.replace("{id}", id) + (queries[operationId] ?? ""), body] as const;
}

describe("the OpenAPI document", () => {
  it("is valid, in both languages", async () => {
    for (const language of ["en", "ru"] as const) {
      const result = await new Validator().validate(openApiDocument(language));
      expect(result).toMatchObject({ valid: true });
    }
  });

  it("has words for every group and for whatever a key may be used for", () => {
    for (const language of ["en", "ru"] as const) {
      const { docs, api } = messagesOf(language).integrations;
      for (const { group } of apiOperations) expect(Object.keys(docs.group)).toContain(group);
      for (const scope of offeredScopes()) expect(Object.keys(api.resource)).toContain(scope.split(":")[0]);
    }
  });

  it("tells of every operation, each by a name of its own", () => {
    expect(told.length).toBe(apiOperations.length);
    expect(new Set(told.map((one) => one.operationId)).size).toBe(told.length);
    const refs = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)];
    expect(refs.length).toBeGreaterThan(50);
    for (const [, name] of refs) expect(Object.keys(document.components.schemas)).toContain(name);
  });
});

describe("every operation", () => {
  it.each(roles)("never touches another workspace's data, as %s", async (role) => {
    const [mine, theirs] = [await furnished("Mine"), await furnished("Theirs")];
    const faults: string[] = [];
    const call = await callerOf(role === "owner" ? mine.owner : await makeMember(mine, role, role));
    for (const operation of told) {
      const id = theirs.ids[groupOf(operation.path)] ?? "";
      const answer = await call(...request(mine, operation, id));
      const isHidden = !operation.path.includes("{") || [403, 404, 409].includes(answer.status);
      if (answer.status >= 500 || !isHidden)
        faults.push(`${operation.operationId} ${answer.status} ${JSON.stringify(answer.body)}`);
      for (const leaked of Object.values(theirs.ids))
        if (JSON.stringify(answer.body).includes(leaked)) faults.push(`${operation.operationId} leaks`);
    }
    expect(faults).toEqual([]);
    // What is theirs is as it was.
    const owner = await callerOf(theirs.owner);
    expect((await owner("GET", `/deals/${theirs.ids.deals}`)).body).toMatchObject({
      title: secret,
      version: 1,
    });
  });

  it.each(roles)("answers as the document says, and never with a 5xx, to %s", async (role) => {
    const faults: string[] = [];
    const refused: string[] = [];
    const w = await furnished(role);
    const call = await callerOf(role === "owner" ? w.owner : await makeMember(w, role, role));
    for (const { operation, described } of inOrder()) {
      const answer = await call(...request(w, described, w.ids[groupOf(described.path)] ?? ""));
      const about = `${described.operationId} ${answer.status} ${JSON.stringify(answer.body)}`;
      if (answer.status >= 500) faults.push(about);
      if (answer.status >= 300) {
        refused.push(`${described.operationId} ${answer.body.code}`);
        continue;
      }
      const read = operation.output?.safeParse(answer.body);
      if (read && !read.success) faults.push(`${about}: ${read.error.message}`);
    }
    expect(faults).toEqual([]);
    if (role !== "owner") return;
    // What is not in the trash is not restored, a comment was gone with its deal, and the pipeline has that deal.
    expect(refused).toEqual([
      "restoreDeal NOT_FOUND",
      "restoreLead NOT_FOUND",
      "restoreContact NOT_FOUND",
      "restoreCompany NOT_FOUND",
      "restoreProduct NOT_FOUND",
      "restoreInvoice NOT_FOUND",
      "restoreListItem NOT_FOUND",
      "removeComment NOT_FOUND",
      "removePipeline PIPELINE_NOT_EMPTY",
    ]);
  });
});

/** Reading first, removal and restoring last. */
function inOrder() {
  const weight = { GET: 0, POST: 1, PUT: 2, PATCH: 2, DELETE: 3 };
  return told
    .flatMap((described) => {
      const operation = apiOperations.find((one) => one.id === described.operationId);
      return operation ? [{ operation, described }] : [];
    })
    .toSorted((a, b) => weight[a.operation.method] - weight[b.operation.method]);
}

/** Values that a schema allows, and some that it does not. */
function arbitraryOf(schema: Schema, depth = 0): fc.Arbitrary<unknown> {
  const odd = fc.oneof(
    ...[fc.constant(null), fc.integer(), fc.double(), fc.boolean(), fc.string({ unit: "binary" })],
    ...[fc.constant("\u0000"), fc.constant("\ud800"), fc.constant({}), fc.constant([])],
    fc.constantFrom("'; drop table deal; --", "{{7*7}}", "../../etc/passwd", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢", "x".repeat(5_000)),
  );
  return fc.oneof({ arbitrary: fitting(schema, depth), weight: 6 }, { arbitrary: odd, weight: 1 });
}

function fitting(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  const options = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  if (options) return fc.oneof(...options.map((one) => arbitraryOf(one, depth)));
  if ("const" in schema) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  if (schema.format === "uuid") return fc.uuid();
  if (schema.format === "date-time")
    return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  if (schema.format === "email") return fc.emailAddress();
  if (schema.type === "string") return fc.string({ maxLength: 60 });
  if (schema.type === "integer") return fc.integer({ min: -1, max: 10_000 });
  if (schema.type === "number") return fc.double();
  if (schema.type === "boolean") return fc.boolean();
  if (schema.type === "array")
    return fc.array(arbitraryOf((schema.items ?? {}) as Schema, depth + 1), { maxLength: 4 });
  if (schema.type === "object" && depth < 4) {
    const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
    const required = (schema.required ?? []) as string[];
    const model = Object.fromEntries(properties.map(([key, value]) => [key, arbitraryOf(value, depth + 1)]));
    return fc.record(model, { requiredKeys: required.filter((key) => key in model) });
  }
  return fc.jsonValue({ maxDepth: 2 });
}

describe("whatever is sent", () => {
  it("is taken or refused, never a 5xx", async () => {
    const w = await furnished("Fuzzed");
    let call = await callerOf(w.owner);
    for (const [place, operation] of told.entries()) {
      // One key alone would meet its limit, which hides what is behind it.
      if (place % 10 === 0) call = await callerOf(w.owner);
      await fuzz(call, w, operation);
    }
  }, 180_000);

  async function fuzz(
    call: Call,
    w: Awaited<ReturnType<typeof furnished>>,
    operation: (typeof told)[number],
  ) {
    const { path, method, parameters, requestBody } = operation;
    const query = parameters.filter((one) => one.in === "query");
    if (query.length === 0 && !requestBody) return;
    const asked = fc.record(Object.fromEntries(query.map((one) => [one.name, arbitraryOf(one.schema)])), {
      requiredKeys: query.filter((one) => one.required).map((one) => one.name),
    });
    const body = requestBody
      ? arbitraryOf(requestBody.content["application/json"].schema)
      : fc.constant(undefined);
    await fc.assert(
      fc.asyncProperty(asked, body, async (search, sent) => {
        const wellFormed = Object.entries(search).map(([key, value]) => [key, String(value).toWellFormed()]);
        const address = `${path.replace("{id}", w.ids[groupOf(path)] ?? "")}?${new URLSearchParams(wellFormed)}`;
        const answer = await call(method, address, sent);
        expect(answer.status).not.toBe(429);
        expect([operation.operationId, answer.status < 500, answer.body]).toEqual([
          ...[operation.operationId, true, answer.body],
        ]);
      }),
      { numRuns: 15 },
    );
  }
});
