import { describe, expect, it } from "vitest";
import { widgets } from "@/components/schema-form/registry";
import { LossReasonWidget } from "@/components/schema-form/widgets/loss-reason";
import type { ActionInfo } from "@/server/automation/contract";
import { actionSchema, afterEdit, missingParams, settableFields } from "./action-schema";

const both = { en: "", ru: "" };
const action = (properties: Record<string, unknown>, required: string[] = []): ActionInfo => ({
  type: "x",
  label: both,
  hint: both,
  icon: "bot",
  schema: { type: "object", properties, required },
});
const known = {
  fieldTypes: new Map([
    ["ownerId", "member"],
    ["sourceId", "source"],
    ["contactId", "link"],
    ["title", "text"],
    ["c_heat", "list"],
  ]),
  stageOutcomes: new Map([
    ["lost", "lost"],
    ["open", "open"],
  ]),
  dealSources: [{ value: "s1", label: "Site" }],
  fieldChoices: new Map([["c_heat", [{ value: "Hot", label: "Hot" }]]]),
};

describe("an action's form", () => {
  const move = action({ stageId: { widget: "stage" }, lossReasonId: { widget: "lossReason" } });
  const set = action({
    field: { enum: ["ownerId", "sourceId", "contactId"] },
    value: { widget: "template" },
  });

  it("asks for a loss reason only for a lost stage", () => {
    expect(actionSchema(move, { stageId: "open" }, known).properties).not.toHaveProperty("lossReasonId");
    const { lossReasonId } = actionSchema(move, { stageId: "lost" }, known).properties ?? {};
    expect(lossReasonId?.widget && widgets[lossReasonId.widget]).toBe(LossReasonWidget);
  });

  it("fits the value to its field", () => {
    const widget = (field: string) => actionSchema(set, { field }, known).properties?.value?.widget;
    expect([widget("ownerId"), widget("sourceId"), widget("title")]).toEqual([
      "member",
      "select",
      "template",
    ]);
  });

  it("offers no field whose value would have to be searched for", () => {
    const fields = ["ownerId", "sourceId", "contactId", "title"].map((value) => ({ value, label: value }));
    expect(settableFields(fields, known.fieldTypes).map(({ value }) => value)).toEqual([
      "ownerId",
      "sourceId",
      "title",
    ]);
  });

  it("forgets a value when its field changes", () => {
    expect(afterEdit({ field: "title", value: "x" }, { field: "ownerId", value: "x" })).toEqual({
      field: "ownerId",
    });
    expect(afterEdit({ field: "title", value: "x" }, { field: "title", value: "y" })).toEqual({
      field: "title",
      value: "y",
    });
  });

  it("names what is required and blank", () => {
    const email = action({ subject: {}, body: {}, method: { default: "POST" } }, [
      "subject",
      "body",
      "method",
    ]);
    expect(missingParams(email, { subject: " " })).toEqual(["subject", "body"]);
  });
});
