import { describe, expect, it } from "vitest";
import type { CustomField } from "@/server/fields/contract";
import { carriedValues } from "./carry-over";

function field(entity: "lead" | "deal", key: string, more: Partial<CustomField> = {}): CustomField {
  const rest = { options: {}, section: null, position: "a0", required: false, filterable: false };
  return {
    id: key,
    entity,
    listId: null,
    key,
    type: "text",
    label: key,
    slot: null,
    archivedAt: null,
    ...rest,
    ...more,
  };
}

const choices = (ids: string) => ({
  choices: [
    { id: `${ids}1`, name: "Red" },
    { id: `${ids}2`, name: "Blue" },
  ],
});
const list = (entity: "lead" | "deal", ids: string, type: "list" | "multi_list" = "list") =>
  field(entity, "c_colour", { type, options: choices(ids) });

const cases: [string, unknown, CustomField, CustomField, unknown][] = [
  ["a text as it is", "x", field("lead", "c_a"), field("deal", "c_a"), "x"],
  ["nothing to another key", "x", field("lead", "c_a"), field("deal", "c_b"), undefined],
  ["nothing to another type", "7", field("lead", "c_a"), field("deal", "c_a", { type: "number" }), undefined],
  ["a choice by its name", "a2", list("lead", "a"), list("deal", "b"), "b2"],
  ["no choice that is not there", "a9", list("lead", "a"), list("deal", "b"), undefined],
  [
    "several choices",
    ["a1", "a2"],
    list("lead", "a", "multi_list"),
    list("deal", "b", "multi_list"),
    ["b1", "b2"],
  ],
  ["nothing into a formula", 1, field("lead", "c_a"), field("deal", "c_a", { type: "formula" }), undefined],
];

describe("what a lead's own fields carry over", () => {
  it.each(cases)("%s", (_name, value, from, to, expected) => {
    expect(carriedValues({ [from.key]: value }, [from], [to])[to.key]).toEqual(expected);
  });
});
