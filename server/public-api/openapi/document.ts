import { z } from "zod";
import { operatorNames } from "@/server/filter";
import { errorCodes, type Language } from "@/server/platform";
import type { ApiOperation } from "../define-operation";
import { apiOperations } from "../operations";

type Schema = Record<string, unknown>;
type Schemas = Record<string, Schema>;

/** The OpenAPI 3.1 document of the whole API, made from the contracts; summaries are in the language. */
export function openApiDocument(language: Language): Record<string, unknown> {
  const schemas: Schemas = { Problem: problemSchema, Filter: filterTree };
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of apiOperations) {
    const path = paths[operation.path] ?? {};
    path[operation.method.toLowerCase()] = described(operation, language, schemas);
    paths[operation.path] = path;
  }
  return {
    openapi: "3.1.0",
    info: { title: "Pult API", version: "1", description: descriptions[language] },
    servers: [{ url: `${process.env.APP_URL ?? "http://localhost:3000"}/api/v1` }],
    security: [{ key: [] }],
    tags: [...new Set(apiOperations.map(({ group }) => group))].map((name) => ({ name })),
    paths,
    components: { securitySchemes: { key: { type: "http", scheme: "bearer" } }, schemas },
  };
}

function described(operation: ApiOperation, language: Language, schemas: Schemas): Record<string, unknown> {
  const { id, group, summary, scope, body, output, status = 200 } = operation;
  const answer = output
    ? { [status]: { description: "OK", ...contentOf(output, "output", schemas) } }
    : { 204: { description: "Done" } };
  return {
    operationId: id,
    tags: [group],
    summary: summary[language],
    ...(scope && { "x-scope": scope }),
    parameters: parametersOf(operation, schemas),
    ...(body && { requestBody: { required: true, ...contentOf(body, "input", schemas) } }),
    responses: { ...answer, default: { description: "Problem", ...json(problemRef, "problem+json") } },
  };
}

function parametersOf({ method, path, query, versioned }: ApiOperation, schemas: Schemas): Schema[] {
  const ids = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    ...{ name, in: "path", required: true },
    schema: { type: "string", format: "uuid" },
  }));
  const read = query ? schemaOf(query, "input", schemas) : {};
  const asked = Object.entries((read.properties ?? {}) as Schemas).map(([name, schema]) => ({
    ...{ name, in: "query", schema },
    required: ((read.required ?? []) as string[]).includes(name),
    ...(schema.description !== undefined && { description: schema.description }),
  }));
  const header = (name: string, schema: Schema) => ({ name, in: "header", required: false, schema });
  return [
    ...ids,
    ...asked,
    ...(versioned ? [header("If-Match", { type: "string" })] : []),
    ...(method === "GET" ? [] : [header("Idempotency-Key", { type: "string", maxLength: 255 })]),
  ];
}

function contentOf(shape: z.ZodType | "bytes", io: "input" | "output", schemas: Schemas) {
  if (shape !== "bytes") return json(schemaOf(shape, io, schemas));
  return json({ type: "string", format: "binary" }, "octet-stream");
}

const json = (schema: Schema, kind = "json") => ({ content: { [`application/${kind}`]: { schema } } });

/** JSON Schema of a contract; those with a name of their own go among the document's components. */
function schemaOf(schema: z.ZodType, io: "input" | "output", schemas: Schemas): Schema {
  const made = z.toJSONSchema(z.object({ root: schema }), {
    io,
    unrepresentable: "any",
    override({ zodSchema, jsonSchema }) {
      if (zodSchema instanceof z.ZodDate) Object.assign(jsonSchema, { type: "string", format: "date-time" });
    },
  });
  const { $defs = {}, properties } = hoisted(made) as { $defs?: Schemas; properties: Schemas };
  Object.assign(schemas, $defs);
  return properties.root ?? {};
}

// What JSON Schema keeps beside itself, OpenAPI keeps among its components.
function hoisted(made: object): unknown {
  return JSON.parse(JSON.stringify(made).replaceAll('"#/$defs/', '"#/components/schemas/'));
}

const problemRef = { $ref: "#/components/schemas/Problem" };

const problemSchema: Schema = {
  type: "object",
  description: "RFC 9457",
  required: ["type", "title", "status", "code", "requestId"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string", enum: [...Object.keys(errorCodes), "INTERNAL"] },
    requestId: { type: "string" },
    errors: {
      type: "array",
      items: {
        type: "object",
        required: ["field", "code", "message"],
        properties: { field: { type: "string" }, code: { type: "string" }, message: { type: "string" } },
      },
    },
  },
};

const filterRef = { $ref: "#/components/schemas/Filter" };
const filterTree: Schema = {
  description:
    "A condition tree over the fields of an entity; `field` may lead through links: contactId.name.",
  oneOf: [
    { type: "object", required: ["and"], properties: { and: { type: "array", items: filterRef } } },
    { type: "object", required: ["or"], properties: { or: { type: "array", items: filterRef } } },
    { type: "object", required: ["not"], properties: { not: filterRef } },
    {
      type: "object",
      required: ["field", "operator"],
      properties: {
        field: { type: "string" },
        operator: { type: "string", enum: [...operatorNames] },
        value: {},
      },
    },
  ],
};

const descriptions: Record<Language, string> = {
  en: "Everything the workspace keeps, over the same rules as its screens. Send `Authorization: Bearer pult_…`. Writes take an `Idempotency-Key`; records carry a version, which is their ETag.",
  ru: "Всё, что хранит рабочее пространство, по тем же правилам, что и на экранах. Передавайте `Authorization: Bearer pult_…`. Запись принимает `Idempotency-Key`; у записей есть версия, она же ETag.",
};
