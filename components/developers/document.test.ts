import { describe, expect, it } from "vitest";
import { curlOf, exampleOf, type Schema, typeOf } from "./document";

describe("a schema in words", () => {
  const cases: [Schema, string][] = [
    [{ type: "string", format: "uuid" }, "string (uuid)"],
    [{ anyOf: [{ type: "integer" }, { type: "null" }] }, "integer | null"],
    [{ enum: ["open", "won"] }, '"open" | "won"'],
    [{ type: "array", items: { $ref: "#/components/schemas/Deal" } }, "Deal[]"],
    [{}, "any"],
  ];
  it.each(cases)("%j", (schema, words) => expect(typeOf(schema)).toBe(words));
});

it("an example holds what is required", () => {
  const schema: Schema = {
    type: "object",
    required: ["title"],
    properties: { title: { type: "string" }, more: { type: "integer" } },
  };
  expect(exampleOf(schema)).toEqual({ title: "text" });
});

it("an upload is a file for a terminal, and each id a variable", () => {
  const requestBody = {
    content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
  };
  const operation = {
    ...{ operationId: "x", tags: [], summary: "", method: "PUT", path: "/deals/{id}/lines/{lineId}" },
    ...{ parameters: [], responses: {}, requestBody },
  };
  const line = curlOf(operation, "");
  expect(line).toContain('"/deals/$ID/lines/$LINE_ID"');
  expect(line).toContain("--data-binary @file.pdf");
  expect(line).not.toContain("application/json");
});

it("a request is a line for a terminal", () => {
  const operation = {
    ...{ operationId: "x", tags: [], summary: "", method: "POST", path: "/deals/{id}/restore" },
    ...{ parameters: [], responses: {} },
  };
  expect(curlOf(operation, "https://pult.example/api/v1")).toBe(
    'curl -X POST "https://pult.example/api/v1/deals/$ID/restore" \\\n  -H "Authorization: Bearer $PULT_KEY" \\\n  -H "Idempotency-Key: $(uuidgen)"',
  );
});
