import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { listActivities } from "@/server/crm/activities";
import { getDeal } from "@/server/crm/deals";
import { convertLead, createLead, getLead, moveLead, returnLead } from "@/server/crm/leads";
import { createCustomField } from "@/server/fields";
import { developmentOutbox } from "@/server/messaging";
import { makeMember, makeWorkspace, type Workspace } from "@/server/testing/fixtures";
import type { SaveRobot } from "../contract";
import { listRobots, recordProcesses, saveRobot, stopRun } from "../index";
import { addDeal, addRobot, movableClock, runsOf, settle } from "../testing.fixture";

useTestDatabase();

const addLead = (w: Workspace, more: Partial<Parameters<typeof createLead>[1]> = {}) =>
  createLead(w.owner, { title: "Windows", name: "Olga", emails: ["olga@example.com"], ...more });

const onLead = (w: Workspace, more: Partial<SaveRobot> = {}) =>
  addRobot(w, {
    place: w.leadStages.fresh,
    params: { kind: "call", title: "Call {{ contact.name }} about {{ lead.title }}" },
    ...more,
  });

const planned = async (w: Workspace, recordId: string) =>
  (await listActivities(w.owner, { recordId })).map((activity) => activity.title);

const processesOf = (w: Workspace, recordId: string) =>
  recordProcesses(w.owner, { entity: "lead", recordId });

describe("robots on leads", () => {
  it("act when a lead comes, and again when it returns from a conversion", async () => {
    const w = await makeWorkspace();
    await onLead(w);
    await addRobot(w);
    const lead = await addLead(w);
    await settle();
    expect(await planned(w, lead.id)).toEqual(["Call Olga about Windows"]);
    const { dealId } = await convertLead(w.owner, {
      leadId: lead.id,
      deal: { pipelineId: w.pipelineId },
      contact: { name: "Olga" },
      company: null,
    });
    await settle();
    // What was planned for the lead goes with it, and comes back with it.
    const onDeal = await planned(w, dealId ?? "");
    expect(onDeal.toSorted()).toEqual(["Call Olga about Windows", "Call about Windows"]);
    expect(await planned(w, lead.id)).toEqual([]);
    expect((await returnLead(w.owner, { leadId: lead.id })).trashed).toMatchObject({ dealId });
    await settle();
    expect(await planned(w, lead.id)).toHaveLength(2);
  });

  it("stop when it leaves the stage, are seen by whoever sees it, and are stopped by whoever edits it", async () => {
    const [w, clock] = [await makeWorkspace(), movableClock()];
    await onLead(w, { timing: { kind: "after", minutes: 60 } });
    const [left, stopped] = [await addLead(w), await addLead(w)];
    await settle(clock);
    await moveLead(w.owner, { leadId: left.id, stageId: w.leadStages.work });
    await settle(clock);
    expect(await runsOf(left.id)).toEqual(["stopped: stage_left"]);
    const [run] = await processesOf(w, stopped.id);
    const stranger = await makeMember(w, "sales");
    const missing = { code: "NOT_FOUND" };
    await expect(recordProcesses(stranger, { entity: "lead", recordId: stopped.id })).rejects.toMatchObject(
      missing,
    );
    await expect(stopRun(stranger, { runId: run?.runId ?? "" })).rejects.toMatchObject(missing);
    await stopRun(w.owner, { runId: run?.runId ?? "" });
    expect(await runsOf(stopped.id)).toEqual(["stopped: by_hand"]);
  });

  it("write to whoever asked, while there is no contact", async () => {
    const w = await makeWorkspace();
    const params = { subject: "{{ lead.title }}", body: "Hello, {{ contact.name }}! {{ lead.utm_source }}" };
    await onLead(w, { actionType: "email.send", params });
    await addLead(w, { utm: { source: "google" } });
    await settle();
    const letters = (await developmentOutbox()).filter(
      (letter) => letter.organizationId === w.owner.organizationId,
    );
    expect(letters).toMatchObject([{ recipient: "olga@example.com", subject: "Windows" }]);
    expect(letters[0]?.text).toContain("Hello, Olga! google");
  });
});

describe("a condition", () => {
  it("asks the organization's own fields and what links lead to, by their types", async () => {
    const w = await makeWorkspace();
    const budget = await createCustomField(w.owner, {
      entity: "deal",
      type: "number",
      label: "Budget",
      filterable: true,
    });
    const asks: [SaveRobot["condition"], string][] = [
      [{ field: budget.key, operator: "gt", value: 100.5 }, "rich"],
      [{ field: "contactId.email", operator: "contains", value: "EXAMPLE" }, "reachable"],
      [{ field: "contact.name", operator: "eq", value: "olga" }, "Olga"],
      [{ field: "contactId.phone", operator: "empty" }, "no phone"],
      [{ field: "closesAt", operator: "not_empty" }, "never"],
      [{ field: "contactId.companyId.name", operator: "not_empty" }, "never either"],
    ];
    for (const [condition, title] of asks) {
      await addRobot(w, {
        condition,
        params: { kind: "todo", title: `${title} {{ record.${budget.key} }}` },
      });
    }
    const deal = await addDeal(w, { custom: { [budget.key]: 120 } });
    await settle();
    expect(new Set(await planned(w, deal.id))).toEqual(
      new Set(["rich 120", "reachable 120", "Olga 120", "no phone 120"]),
    );
    const [first] =
      (await recordProcesses(w.owner, { entity: "deal", recordId: deal.id }))[0]?.steps.slice(-1) ?? [];
    expect(first?.misses).toMatchObject([{ clause: { field: "contactId.companyId.name" }, seen: null }]);
    const saved = (await listRobots(w.owner, { place: w.stages.fresh })).map((robot) => robot.condition);
    expect(saved).toContainEqual({ field: "contactId.name", operator: "eq", value: "olga" });
  });
});

describe("an action", () => {
  it("sets any editable field, the organization's own too", async () => {
    const w = await makeWorkspace();
    const field = (type: "list" | "date" | "money" | "checkbox", label: string) =>
      createCustomField(w.owner, {
        ...{ entity: "lead", type, label },
        ...(type === "list" && { options: { choices: [{ name: "Hot" }, { name: "Cold" }] } }),
      });
    const [heat, day, budget, agreed] = [
      await field("list", "Heat"),
      await field("date", "Day"),
      await field("money", "Budget"),
      await field("checkbox", "Agreed"),
    ];
    const values: [string, string][] = [
      [heat.key, "hot"],
      [day.key, "2026-12-31"],
      [budget.key, "1 500.50"],
      [agreed.key, "yes"],
      ["utmTerm", "{{ lead.name }}"],
      ["amountMinor", "99"],
    ];
    for (const [key, value] of values) {
      await onLead(w, { actionType: "field.set", params: { field: key, value } });
    }
    const lead = await addLead(w);
    await settle();
    const after = await getLead(w.owner, { leadId: lead.id });
    const hot = heat.options.choices?.find((choice) => choice.name === "Hot");
    expect(after).toMatchObject({ utmTerm: "Olga", amountMinor: 9_900 });
    expect(after.custom).toEqual({
      [heat.key]: hot?.id,
      [day.key]: "2026-12-31",
      [budget.key]: { amountMinor: 150_050, currency: "EUR" },
      [agreed.key]: true,
    });
  });

  it.each(["record.move", "deal.move"])("moves a record to another stage as %s", async (actionType) => {
    const w = await makeWorkspace();
    await onLead(w, { actionType, params: { stageId: w.leadStages.work } });
    const robot = await addRobot(w, { actionType, params: { stageId: w.stages.work } });
    expect(robot.actionType).toBe("record.move");
    const [lead, deal] = [await addLead(w), await addDeal(w)];
    await settle();
    expect(await getLead(w.owner, { leadId: lead.id })).toMatchObject({ stageId: w.leadStages.work });
    expect(await getDeal(w.owner, { dealId: deal.id })).toMatchObject({ stageId: w.stages.work });
  });

  const refused: [string, Partial<SaveRobot>, string][] = [
    [
      "a field leads lack",
      { actionType: "field.set", params: { field: "closesAt", value: "+7" } },
      "params.field",
    ],
    [
      "a field nobody edits",
      { actionType: "field.set", params: { field: "kind", value: "spam" } },
      "params.field",
    ],
    [
      "a condition on a field of deals",
      { condition: { field: "closesAt", operator: "not_empty" } },
      "condition",
    ],
    [
      "an operator that does not fit",
      { condition: { field: "kind", operator: "gt", value: 1 } },
      "condition",
    ],
    ["a date of deals", { timing: { kind: "date", field: "closesAt", offsetMinutes: 0 } }, "timing"],
  ];
  it.each(refused)("on a lead's stage refuses %s", async (_what, more, field) => {
    const w = await makeWorkspace();
    await expect(onLead(w, more)).rejects.toMatchObject({ code: "ROBOT_INVALID", field });
    await expect(
      saveRobot(w.owner, {
        ...{ place: w.leadStages.fresh, name: "N", actionType: "activity.create", ...more },
        params: more.params ?? { kind: "call", title: "T" },
      }),
    ).rejects.toMatchObject({ code: "ROBOT_INVALID", field });
  });
});
