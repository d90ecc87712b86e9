import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { messagesOf } from "@/messages";
import { entities, roles } from "@/server/platform";
import { makeMember } from "@/server/testing/fixtures";
import { plurals } from "./contract";
import type { ApiOperation } from "./define-operation";
import { offeredScopes, openApiDocument } from "./index";
import { apiOperations } from "./operations";
import { type Call, callerOf } from "./testing.fixture";
import {
  type Document,
  type Furnished,
  furnished,
  placed,
  request,
  type Schema,
  secret,
  toldIn,
} from "./walk.fixture";

useTestDatabase();

process.env.BETTER_AUTH_SECRET ??= "a secret of this test alone";

const usual = { ...process.env };
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pult-walk-"));
  process.env.DATA_DIR = folder;
});
afterAll(async () => {
  process.env.DATA_DIR = usual.DATA_DIR ?? "";
  await rm(folder, { recursive: true });
});

const document = openApiDocument("en") as unknown as Document;

const told = toldIn(document);

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

  it.each(entities)("lets a %s be listed, made, read, changed and deleted", (entity) => {
    const path = `/${plurals[entity]}`;
    const methods = (at: string) => Object.keys(document.paths[at] ?? {});
    expect(methods(path)).toEqual(expect.arrayContaining(["get", "post"]));
    expect(methods(`${path}/{id}`)).toEqual(expect.arrayContaining(["get", "patch", "delete"]));
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
    const owner = await callerOf(theirs.owner);
    const look = async () => (await owner("GET", `/deals/${theirs.ids.deals}`)).body;
    const before = await look();
    expect(before).toMatchObject({ title: secret });
    const faults: string[] = [];
    const call = await callerOf(role === "owner" ? mine.owner : await makeMember(mine, role, role));
    for (const operation of told) {
      const { operationId, path } = operation;
      // Theirs throughout, and what is theirs beneath a record of ours; whoever does not watch is not an error.
      const isBeneath = /\{\w+\}.*\{\w+\}/.test(path) && !operationId.startsWith("unwatch");
      for (const ids of [theirs.ids, ...(isBeneath ? [{ ...theirs.ids, ...mine.records }] : [])]) {
        const answer = await call(...request(mine, operation, ids));
        const isHidden = !path.includes("{") || [403, 404, 409].includes(answer.status);
        if (answer.status >= 500 || !isHidden)
          faults.push(`${operationId} ${answer.status} ${JSON.stringify(answer.body)}`);
        for (const leaked of Object.values(theirs.ids))
          if (JSON.stringify(answer.body).includes(leaked)) faults.push(`${operationId} leaks`);
      }
    }
    expect(faults).toEqual([]);
    // What is theirs is as it was.
    expect(await look()).toEqual(before);
  });

  it.each(roles)("answers as the document says, and never with a 5xx, to %s", async (role) => {
    const faults: string[] = [];
    const refused: string[] = [];
    const w = await furnished(role);
    const call = await callerOf(role === "owner" ? w.owner : await makeMember(w, role, role));
    for (const { operation, described } of inOrder()) {
      const answer = await call(...request(w, described, w.ids));
      const about = `${described.operationId} ${answer.status} ${JSON.stringify(answer.body)}`;
      if (answer.status >= 500) faults.push(about);
      if (answer.status >= 300) {
        refused.push(`${described.operationId} ${answer.body.code}`);
        continue;
      }
      if (operation.output === "bytes" || operation.output === null) continue;
      const read = operation.output.safeParse(answer.body);
      if (!read.success) faults.push(`${about}: ${read.error.message}`);
    }
    expect(faults).toEqual([]);
    if (role !== "owner") return;
    // What is there is not restored, an invoice issued and paid stays, the payment is another invoice's.
    expect(refused).toEqual([
      "restoreDeal NOT_FOUND",
      "restoreLead NOT_FOUND",
      "restoreContact NOT_FOUND",
      "restoreCompany NOT_FOUND",
      "restoreProduct NOT_FOUND",
      "restoreListItem NOT_FOUND",
      "restoreActivity NOT_FOUND",
      "restoreFile NOT_FOUND",
      "mergeTags INVALID",
      "restoreInvoice NOT_FOUND",
      "removePayment NOT_FOUND",
      "voidInvoice INVOICE_HAS_PAYMENTS",
      "trashInvoice INVOICE_LOCKED",
      "removePipeline PIPELINE_NOT_EMPTY",
    ]);
  });
});

/** Reading first, then what adds and changes, then what removes, and whole records last. */
function inOrder() {
  const weight = { GET: 0, POST: 1, PUT: 2, PATCH: 2, DELETE: 3 };
  const weightOf = ({ id, method, path }: ApiOperation) => {
    if (method === "GET") return 0;
    if (id.startsWith("trash") || ["removeStage", "removePipeline"].includes(id)) return 5;
    // An invoice that is issued changes no more.
    if (/^\/invoices\/\{id\}\/(?!lines|links|watchers|files|comments|activities)/.test(path)) return 4;
    return weight[method];
  };
  return told
    .flatMap((described) => {
      const operation = apiOperations.find((one) => one.id === described.operationId);
      return operation ? [{ operation, described }] : [];
    })
    .toSorted((a, b) => weightOf(a.operation) - weightOf(b.operation));
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

/** Operations without those that another kind of record has by the same words. */
function different() {
  const families = new Map<string, (typeof told)[number]>();
  for (const one of told) {
    const [group = ""] = one.tags;
    const isOfKind = Object.values<string>(plurals).includes(group);
    const family = isOfKind
      ? one.operationId
      : `${one.method} ${one.path.replace(/^\/[\w-]+\/\{id\}/, group)}`;
    if (!families.has(family)) families.set(family, one);
  }
  return [...families.values()];
}

describe("whatever is sent", () => {
  it("is taken or refused, never a 5xx", async () => {
    const w = await furnished("Fuzzed");
    let call = await callerOf(w.owner);
    for (const [place, operation] of different().entries()) {
      // One key alone would meet its limit, which hides what is behind it.
      if (place % 10 === 0) call = await callerOf(w.owner);
      await fuzz(call, w, operation);
    }
  }, 180_000);

  async function fuzz(call: Call, w: Furnished, operation: (typeof told)[number]) {
    const { path, method, parameters, requestBody } = operation;
    const query = parameters.filter((one) => one.in === "query");
    if (query.length === 0 && !requestBody) return;
    const asked = fc.record(Object.fromEntries(query.map((one) => [one.name, arbitraryOf(one.schema)])), {
      requiredKeys: query.filter((one) => one.required).map((one) => one.name),
    });
    const schema = requestBody?.content["application/json"]?.schema;
    const body = schema ? arbitraryOf(schema) : fc.constant(requestBody && "bytes");
    await fc.assert(
      fc.asyncProperty(asked, body, async (search, sent) => {
        const wellFormed = Object.entries(search).map(([key, value]) => [key, written(value)]);
        const address = `${placed(path, w.ids)}?${new URLSearchParams(wellFormed)}`;
        const answer = await call(method, address, sent);
        expect(answer.status).not.toBe(429);
        expect([operation.operationId, answer.status < 500, answer.body]).toEqual([
          ...[operation.operationId, true, answer.body],
        ]);
      }),
      { numRuns: 15 },
    );
  }

  // Where anything is taken, also what cannot be made a text of comes up.
  const written = (value: unknown) =>
    (typeof value === "string" ? value : (JSON.stringify(value) ?? "")).toWellFormed();
});
