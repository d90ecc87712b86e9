/** The parts of an OpenAPI document that the docs page reads; our own generator makes them so. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  additionalProperties?: Schema | boolean;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  default?: unknown;
};

export type Parameter = { name: string; in: string; required: boolean; schema: Schema; description?: string };
type Content = { content?: Record<string, { schema: Schema }> };

export type Operation = {
  operationId: string;
  tags: string[];
  summary: string;
  "x-scope"?: string;
  parameters: Parameter[];
  requestBody?: Content;
  responses: Record<string, Content & { description: string }>;
};

export type ApiDocument = {
  info: { title: string; description: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};

export type Described = Operation & { method: string; path: string };

/** Operations under their headings, in the document's order. */
export function grouped(document: ApiDocument): [string, Described[]][] {
  const groups = new Map<string, Described[]>();
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const group = operation.tags[0] ?? "";
      groups.set(group, [...(groups.get(group) ?? []), { ...operation, method: method.toUpperCase(), path }]);
    }
  }
  return [...groups];
}

export function schemaIn(content: Content | undefined): Schema | null {
  return Object.values(content?.content ?? {})[0]?.schema ?? null;
}

/** A type in a few words: `string (uuid)`, `Deal[]`, `"open" | "won"`. */
export function typeOf(schema: Schema): string {
  if (schema.$ref) return nameOf(schema.$ref);
  if (schema.format === "binary") return "bytes";
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return [...new Set(options.map(typeOf))].join(" | ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(" | ");
  if (schema.type === "array") return `${schema.items ? typeOf(schema.items) : "any"}[]`;
  const type = Array.isArray(schema.type) ? schema.type.join(" | ") : (schema.type ?? "any");
  return schema.format ? `${type} (${schema.format})` : type;
}

export function nameOf(ref: string): string {
  return ref.split("/").at(-1) ?? ref;
}

const examples: Record<string, unknown> = {
  uuid: "0198c0de-0000-7000-8000-000000000000",
  "date-time": "2026-12-31T09:00:00Z",
  email: "olga@example.com",
};

/** A body that fits: what is required, and the first optional values. */
export function exampleOf(schema: Schema, depth = 0): unknown {
  const [first] = schema.anyOf ?? schema.oneOf ?? [];
  if (first) return exampleOf(first, depth);
  if (schema.default !== undefined) return schema.default;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.format && examples[schema.format]) return examples[schema.format];
  if (schema.type === "integer" || schema.type === "number") return 1;
  if (schema.type === "boolean") return true;
  if (schema.type === "array") return schema.items && depth < 2 ? [exampleOf(schema.items, depth + 1)] : [];
  if (schema.type !== "object") return "text";
  const required = schema.required ?? [];
  const entries = Object.entries(schema.properties ?? {}).filter(([key]) => required.includes(key));
  const shown = entries.length > 0 ? entries : Object.entries(schema.properties ?? {}).slice(0, 1);
  return Object.fromEntries(shown.map(([key, value]) => [key, exampleOf(value, depth + 1)]));
}

// `lineId` as a terminal's variable: LINE_ID.
function shouted(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

/** The request as a line for a terminal. */
export function curlOf({ method, path, requestBody, parameters }: Described, base: string): string {
  const query = parameters.filter((one) => one.in === "query" && one.required);
  const asked = query.map((one) => `${one.name}=${String(exampleOf(one.schema))}`).join("&");
  const named = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => `$${shouted(name)}`);
  const address = `${base}${named}${asked && `?${asked}`}`;
  const lines = [
    `curl${method === "GET" ? "" : ` -X ${method}`} "${address}"`,
    `-H "Authorization: Bearer $PULT_KEY"`,
  ];
  const body = schemaIn(requestBody);
  if (method !== "GET") lines.push(`-H "Idempotency-Key: $(uuidgen)"`);
  if (body?.format === "binary") lines.push("--data-binary @file.pdf");
  else if (body) lines.push(`-H "Content-Type: application/json"`, `-d '${JSON.stringify(exampleOf(body))}'`);
  return lines.join(" \\\n  ");
}
