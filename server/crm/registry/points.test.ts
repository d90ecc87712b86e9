import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { createContact } from "@/server/crm/contacts";
import { createDeal, deleteDeal } from "@/server/crm/deals";
import { createLead } from "@/server/crm/leads";
import { recordTimeline } from "@/server/crm/timeline";
import { eventsOf, makeMember, makeWorkspace } from "@/server/testing/fixtures";
import { changePoints, getRecord, recordPoints, search } from "./index";

useTestDatabase();

type ChangePoints = Parameters<typeof changePoints>[1];

const entity = "contact";

async function olga() {
  const w = await makeWorkspace();
  const { id } = await createContact(w.owner, { name: "Olga", phone: "+49 30 1234567" });
  return { w, id };
}

describe("the ways to reach somebody", () => {
  it("are written in order, the first ones repeated in the record, and found by", async () => {
    const { w, id } = await olga();
    const points = [
      { kind: "phone", value: "+49 30 7654321", label: "Mobile" },
      { kind: "phone", value: "+49 30 1234567", label: "Office" },
      { kind: "email", value: "olga@example.com" },
      { kind: "tax_id", value: "77 01 234567" },
    ] as const;
    await changePoints(w.owner, { entity, id, version: 1, points: [...points] });
    expect(await recordPoints(w.owner, { entity, id })).toMatchObject([
      { kind: "email", value: "olga@example.com" },
      { kind: "phone", value: "+49 30 7654321", label: "Mobile" },
      { kind: "phone", value: "+49 30 1234567", label: "Office" },
      { kind: "tax_id" },
    ]);
    const { record } = await getRecord(w.owner, { entity, id });
    expect(record.values).toMatchObject({ phone: "+49 30 7654321", email: "olga@example.com" });
    expect(await search(w.owner, { text: "7701234567" })).toMatchObject([{ id }]);
    expect(await eventsOf(id)).toEqual(["contact.created", "contact.updated"]);
    const changed = async (field: string) =>
      (await recordTimeline(w.owner, { recordId: id, kind: "changes", field, limit: 10 })).entries.length;
    expect([await changed("points"), await changed("phone"), await changed("name")]).toEqual([1, 1, 0]);
  });

  it("of a lead leave it found by whom it is from", async () => {
    const w = await makeWorkspace();
    const lead = await createLead(w.owner, { title: "Windows", name: "Olga", companyName: "Stone" });
    const points = [{ kind: "phone" as const, value: "+49 30 7654321" }];
    await changePoints(w.owner, { entity: "lead", id: lead.id, points });
    for (const text of ["Windows", "Olga", "Stone", "7654321"])
      expect(await search(w.owner, { text })).toMatchObject([{ id: lead.id }]);
  });

  it("written twice are two, however often", async () => {
    const { w, id } = await olga();
    const points = ["Home", "Work"].map((label) => ({
      kind: "phone" as const,
      value: "+49 30 1234567",
      label,
    }));
    await changePoints(w.owner, { entity, id, points });
    const again = await changePoints(w.owner, { entity, id, points: points.toReversed() });
    expect(again.map(({ label }) => label)).toEqual(["Work", "Home"]);
  });

  it("that did not change are not told of", async () => {
    const { w, id } = await olga();
    await changePoints(w.owner, { entity, id, points: [{ kind: "phone", value: "+49 30 1234567" }] });
    expect(await eventsOf(id)).toEqual(["contact.created"]);
  });

  it("are refused to those who may not, of another workspace, and over a newer version", async () => {
    const { w, id } = await olga();
    const [observer, other] = [await makeMember(w, "observer"), await makeWorkspace()];
    const change: ChangePoints = { entity, id, points: [{ kind: "email", value: "x@example.com" }] };
    await expect(changePoints(observer, change)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(changePoints(other.owner, change)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(recordPoints(other.owner, { entity, id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await changePoints(w.owner, { ...change, version: 1 });
    await expect(changePoints(w.owner, { ...change, version: 1 })).rejects.toMatchObject({
      code: "VERSION_CONFLICT",
    });
  });
});

describe("a record in the trash", () => {
  it("is read when asked for, by those who may see it, with the time it went there", async () => {
    const w = await makeWorkspace();
    const { id } = await createDeal(w.owner, { title: "Windows", stageId: w.stages.fresh });
    const ref = { entity: "deal", id } as const;
    expect((await getRecord(w.owner, { ...ref, trash: true })).record.deletedAt).toBeUndefined();
    await deleteDeal(w.owner, { dealId: id });
    await expect(getRecord(w.owner, ref)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await getRecord(w.owner, { ...ref, trash: true })).record.deletedAt).toBeInstanceOf(Date);
    const seller = await makeMember(w, "sales");
    await expect(getRecord(seller, { ...ref, trash: true })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
