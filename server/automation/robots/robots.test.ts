import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { eventsOf, makeMember, makeWorkspace } from "@/server/testing/fixtures";
import type { SaveRobot } from "../contract";
import { deleteRobot, listActions, listRobots, reorderRobots, restoreRobot, saveRobot } from "../index";
import { addRobot } from "../testing.fixture";

useTestDatabase();

const names = (robots: { name: string }[]) => robots.map((robot) => robot.name);

describe("the robots of a stage", () => {
  it("are added at the end, changed, and each save is recorded", async () => {
    const w = await makeWorkspace();
    const first = await addRobot(w, { name: "First" });
    await addRobot(w, { name: "Second" });
    await saveRobot(w.owner, { ...first, params: { kind: "todo", title: "X" }, name: "Changed" });
    expect(names(await listRobots(w.owner, { place: w.stages.fresh }))).toEqual(["Changed", "Second"]);
    expect(names(await listRobots(w.owner, { pipelineId: w.pipelineId }))).toEqual(["Changed", "Second"]);
    expect(await eventsOf(w.stages.fresh)).toEqual(["robots.changed", "robots.changed", "robots.changed"]);
  });

  it("wait there however the id of the stage is written", async () => {
    const w = await makeWorkspace();
    const place = w.stages.fresh.toUpperCase();
    expect(await addRobot(w, { place })).toMatchObject({ place: w.stages.fresh });
  });

  it("are put into another order; an order that misses one is refused", async () => {
    const w = await makeWorkspace();
    const [a, b, c] = [
      await addRobot(w, { name: "A" }),
      await addRobot(w, { name: "B" }),
      await addRobot(w, { name: "C" }),
    ];
    const at = { place: w.stages.fresh };
    await reorderRobots(w.owner, { ...at, robotIds: [c.id, a.id, b.id] });
    expect(names(await listRobots(w.owner, at))).toEqual(["C", "A", "B"]);
    for (const robotIds of [
      [a.id, b.id],
      [a.id, a.id, b.id],
    ]) {
      await expect(reorderRobots(w.owner, { ...at, robotIds })).rejects.toMatchObject({
        code: "VERSION_CONFLICT",
      });
    }
  });

  it("are removed and brought back to their place", async () => {
    const w = await makeWorkspace();
    const first = await addRobot(w, { name: "First" });
    await addRobot(w, { name: "Second" });
    await deleteRobot(w.owner, { robotId: first.id });
    expect(names(await listRobots(w.owner, { place: w.stages.fresh }))).toEqual(["Second"]);
    await expect(deleteRobot(w.owner, { robotId: first.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await restoreRobot(w.owner, { robotId: first.id });
    expect(names(await listRobots(w.owner, { place: w.stages.fresh }))).toEqual(["First", "Second"]);
  });

  const refusals: { what: string; more: Partial<SaveRobot>; code: string; field: string }[] = [
    {
      what: "an unknown action",
      more: { actionType: "moon.land" },
      code: "ROBOT_INVALID",
      field: "actionType",
    },
    {
      what: "a missing parameter",
      more: { params: { kind: "call" } },
      code: "ROBOT_INVALID",
      field: "params.title",
    },
    {
      what: "a template with a mistake",
      more: { params: { kind: "call", title: "{{ deal.title " } },
      code: "TEMPLATE_INVALID",
      field: "params.title",
    },
    {
      what: "a condition on no field",
      more: { condition: { field: "secret", operator: "not_empty" } },
      code: "ROBOT_INVALID",
      field: "condition",
    },
    {
      what: "a condition on text that cannot be stored",
      more: { condition: { field: "title", operator: "eq", value: ["a", "b\u0000"] } },
      code: "ROBOT_INVALID",
      field: "condition",
    },
    {
      what: "a condition on a thing",
      more: { condition: { field: "title", operator: "eq", value: { "\u0000": 1 } } },
      code: "ROBOT_INVALID",
      field: "condition",
    },
    {
      what: "a template that cannot be stored",
      more: { params: { kind: "call", title: "\ud800" } },
      code: "ROBOT_INVALID",
      field: "params.title",
    },
    {
      what: "a time at no date",
      more: { timing: { kind: "date", field: "title", offsetMinutes: 0 } },
      code: "ROBOT_INVALID",
      field: "timing",
    },
  ];
  it.each(refusals)("refuse $what, naming the field", async ({ more, code, field }) => {
    const w = await makeWorkspace();
    await expect(addRobot(w, more)).rejects.toMatchObject({ code, field });
  });

  it("a head of sales edits, a team lead and an observer only look", async () => {
    const w = await makeWorkspace();
    const robot = await addRobot(w);
    const head = await makeMember(w, "head_of_sales");
    await addRobot({ ...w, owner: head });
    for (const role of ["team_lead", "sales", "observer", "marketer"] as const) {
      const member = await makeMember(w, role);
      const forbidden = { code: "FORBIDDEN" };
      await expect(addRobot({ ...w, owner: member })).rejects.toMatchObject(forbidden);
      await expect(deleteRobot(member, { robotId: robot.id })).rejects.toMatchObject(forbidden);
      await expect(restoreRobot(member, { robotId: robot.id })).rejects.toMatchObject(forbidden);
      await expect(reorderRobots(member, { place: w.stages.fresh, robotIds: [] })).rejects.toMatchObject(
        forbidden,
      );
      expect(await listRobots(member, { place: w.stages.fresh })).toHaveLength(2);
    }
  });

  it("of another workspace are neither seen nor touched", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const robot = await addRobot(w);
    const missing = { code: "NOT_FOUND" };
    expect(await listRobots(other.owner, { place: w.stages.fresh })).toEqual([]);
    await expect(deleteRobot(other.owner, { robotId: robot.id })).rejects.toMatchObject(missing);
    await expect(addRobot({ ...other, stages: w.stages })).rejects.toMatchObject({ code: "STAGE_GONE" });
    await expect(addRobot(other, { id: robot.id })).rejects.toMatchObject(missing);
    await expect(
      reorderRobots(other.owner, { place: w.stages.fresh, robotIds: [robot.id] }),
    ).rejects.toMatchObject({ code: "VERSION_CONFLICT" });
  });
});

describe("the actions offered", () => {
  it("bring their form as JSON Schema with labels and widgets", async () => {
    const w = await makeWorkspace();
    const { actions, fields, templates } = await listActions(w.owner);
    expect(actions.map((action) => action.type)).toEqual([
      "activity.create",
      "email.send",
      "member.notify",
      "field.set",
      "record.move",
      "http.request",
    ]);
    for (const { schema } of actions) {
      const properties = Object.values(
        schema.properties as Record<string, { label?: unknown; widget?: unknown }>,
      );
      for (const property of properties) {
        expect(property).toMatchObject({ label: { en: expect.any(String), ru: expect.any(String) } });
        expect(property.widget).toEqual(expect.any(String));
      }
    }
    expect(fields.map((field) => field.key)).toEqual(
      expect.arrayContaining(["amountMinor", "contactId.email", "companyId.name"]),
    );
    expect(templates.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["deal.amount", "deal.closes_at", "contact.email", "owner.name"]),
    );
  });
});
