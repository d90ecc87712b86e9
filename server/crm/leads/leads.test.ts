import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { createActivity, listActivities } from "@/server/crm/activities";
import { createContact, getContact } from "@/server/crm/contacts";
import { createDeal, getDeal, updateDeal } from "@/server/crm/deals";
import { contactPointsOf } from "@/server/crm/records";
import { getRecord, listRecords, search, updateRecord } from "@/server/crm/registry";
import { createTag } from "@/server/crm/tags";
import { recordTimeline } from "@/server/crm/timeline";
import { createCustomField } from "@/server/fields";
import { removeMember } from "@/server/identity";
import { listLossReasons, updateStage } from "@/server/pipelines";
import { type Context, inOrganization } from "@/server/platform";
import { eventsOf, makeMember, makeWorkspace, type Workspace } from "@/server/testing/fixtures";
import type { ConvertLead, CreateLead } from "./contract";
import {
  convertLead,
  createLead,
  deleteLead,
  getLead,
  leadBoard,
  leadColumn,
  listLeads,
  moveLead,
  offerConversion,
  restoreLead,
  returnLead,
  setLeadKind,
  updateLead,
} from "./index";

useTestDatabase();

const enquiry: CreateLead = {
  title: "Windows for a cottage",
  name: "Olga Stone",
  companyName: "Stone & Co",
  phones: ["+49 30 1234567"],
  emails: ["olga@example.com"],
  utm: { source: "google", campaign: "windows" },
};

const add = (ctx: Context, more: CreateLead = {}) => createLead(ctx, { ...enquiry, ...more });

const everything = (w: Workspace, leadId: string): ConvertLead => ({
  leadId,
  deal: { pipelineId: w.pipelineId },
  contact: { name: "Olga Stone" },
  company: { name: "Stone & Co" },
});

async function reason(w: Workspace, leadKind: string | null): Promise<string> {
  const found = (await listLossReasons(w.owner)).find((one) => one.leadKind === leadKind);
  if (!found) throw new Error("no such reason");
  return found.id;
}

describe("a new lead", () => {
  it("stands on top of the first stage, is found by name, phone and company, and is recorded", async () => {
    const w = await makeWorkspace();
    await add(w.owner, { title: "First" });
    const lead = await add(w.owner);
    expect(lead).toMatchObject({
      stageId: w.leadStages.fresh,
      ownerId: w.owner.member?.id,
      kind: "real",
      utmSource: "google",
      phone: "+49 30 1234567",
    });
    const [fresh] = await leadBoard(w.owner, { pipelineId: w.leadPipelineId });
    expect(fresh?.cards.map((card) => card.title)).toEqual(["Windows for a cottage", "First"]);
    expect(fresh).toMatchObject({ count: 2, hasMore: false });
    for (const text of ["Stone", "1234567", "olga@example"]) {
      expect((await search(w.owner, { text, entities: ["lead"] })).map((one) => one.id)).toContain(lead.id);
    }
    expect(await eventsOf(lead.id)).toEqual(["lead.created"]);
  });

  it("is called by whoever it is from, and refused when it says nothing", async () => {
    const w = await makeWorkspace();
    expect(await createLead(w.owner, { phones: ["030 7654321"] })).toMatchObject({ title: "030 7654321" });
    expect(await createLead(w.owner, { name: "Ida", title: " " })).toMatchObject({ title: "Ida" });
    await expect(createLead(w.owner, { title: " " })).rejects.toMatchObject({
      code: "FIELD_REQUIRED",
      field: "title",
    });
  });

  it("refuses an observer, another workspace's stage and source, and a stage of deals", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const observer = await makeMember(w, "observer");
    await expect(add(observer)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const gone = { code: "STAGE_GONE" };
    await expect(add(w.owner, { stageId: other.leadStages.fresh })).rejects.toMatchObject(gone);
    await expect(add(w.owner, { stageId: w.stages.fresh })).rejects.toMatchObject(gone);
    await expect(createDeal(w.owner, { title: "T", stageId: w.leadStages.fresh })).rejects.toMatchObject(
      gone,
    );
    await expect(add(w.owner, { sourceId: other.sourceId })).rejects.toMatchObject({
      code: "INVALID",
      field: "sourceId",
    });
  });

  it("is seen by its owner alone among sellers, and by no other workspace", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const [anna, boris] = [await makeMember(w, "sales", "Anna"), await makeMember(w, "sales")];
    const lead = await add(anna);
    for (const stranger of [boris, other.owner]) {
      const missing = { code: "NOT_FOUND" };
      await expect(getLead(stranger, { leadId: lead.id })).rejects.toMatchObject(missing);
      await expect(moveLead(stranger, { leadId: lead.id, stageId: lead.stageId })).rejects.toMatchObject(
        missing,
      );
      await expect(convertLead(stranger, everything(w, lead.id))).rejects.toMatchObject(missing);
      await expect(returnLead(stranger, { leadId: lead.id })).rejects.toMatchObject(missing);
      await expect(setLeadKind(stranger, { leadId: lead.id, kind: "spam" })).rejects.toMatchObject(missing);
      await expect(offerConversion(stranger, { leadId: lead.id })).rejects.toMatchObject(missing);
      const listed = await listLeads(stranger, {
        sort: "createdAt",
        direction: "desc",
        cursor: 0,
        limit: 40,
      });
      expect(listed.cards).toEqual([]);
    }
    expect(await getLead(anna, { leadId: lead.id })).toMatchObject({ ownerName: "Anna" });
  });
});

describe("a lead as any record", () => {
  it("is changed by field, with its points, listed by filter, thrown away and brought back", async () => {
    const w = await makeWorkspace();
    const lead = await add(w.owner);
    await updateLead(w.owner, { leadId: lead.id, version: 1, changes: { email: "o@example.com" } });
    await updateRecord(w.owner, { entity: "lead", id: lead.id, changes: { utmTerm: "pvc" } });
    const points = await inOrganization(w.owner, (tx) => contactPointsOf(tx, w.owner, lead.id));
    expect(points.map((one) => one.value)).toEqual(["o@example.com", "+49 30 1234567"]);
    const filter = { field: "utmTerm", operator: "eq" as const, value: "PVC" };
    const { records } = await listRecords(w.owner, { entity: "lead", filter });
    expect(records.map((one) => one.id)).toEqual([lead.id]);
    await deleteLead(w.owner, { leadId: lead.id });
    await expect(getLead(w.owner, { leadId: lead.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await restoreLead(w.owner, { leadId: lead.id });
    expect((await getRecord(w.owner, { entity: "lead", id: lead.id })).record.title).toBe(lead.title);
    expect(await eventsOf(lead.id)).toEqual([
      "lead.created",
      "lead.updated",
      "lead.updated",
      "lead.deleted",
      "lead.restored",
    ]);
  });
});

describe("moving a lead", () => {
  it("follows the rules of stages: version, required fields, loss reason, place", async () => {
    const w = await makeWorkspace();
    await updateStage(w.owner, { stageId: w.leadStages.work, changes: { requiredFields: ["phone"] } });
    const lead = await createLead(w.owner, { title: "T" });
    const move = (stageId: string, more: object = {}) =>
      moveLead(w.owner, { leadId: lead.id, stageId, ...more });
    await expect(move(w.leadStages.work)).rejects.toMatchObject({ code: "REQUIRED_FIELDS", field: "phone" });
    await expect(move(w.leadStages.lost, { version: 9 })).rejects.toMatchObject({ code: "VERSION_CONFLICT" });
    await expect(move(w.leadStages.lost)).rejects.toMatchObject({ code: "LOSS_REASON_REQUIRED" });
    await expect(move(w.stages.work)).rejects.toMatchObject({ code: "STAGE_GONE" });
    await expect(
      updateStage(w.owner, { stageId: w.leadStages.work, changes: { requiredFields: ["contactId"] } }),
    ).rejects.toMatchObject({ code: "INVALID", field: "requiredFields" });
    await updateLead(w.owner, { leadId: lead.id, changes: { phone: "030 1" } });
    expect(await move(w.leadStages.work)).toMatchObject({ outcome: "open", stageId: w.leadStages.work });
    const { cards } = await leadColumn(w.owner, { pipelineId: w.leadPipelineId, stageId: w.leadStages.work });
    expect(cards).toHaveLength(1);
    expect(await eventsOf(lead.id)).toEqual(["lead.created", "lead.updated", "lead.stage_changed"]);
  });

  it("to lost for a technical reason settles its kind; back to work it is real", async () => {
    const w = await makeWorkspace();
    const lead = await add(w.owner);
    const lost = { leadId: lead.id, stageId: w.leadStages.lost };
    expect(await moveLead(w.owner, { ...lost, lossReasonId: await reason(w, "duplicate") })).toMatchObject({
      kind: "duplicate",
    });
    expect(await moveLead(w.owner, { leadId: lead.id, stageId: w.leadStages.fresh })).toMatchObject({
      kind: "real",
      lossReasonId: null,
    });
    expect(await moveLead(w.owner, { ...lost, lossReasonId: await reason(w, null) })).toMatchObject({
      kind: "real",
    });
  });

  it("does not qualify it without a conversion", async () => {
    const w = await makeWorkspace();
    const lead = await add(w.owner);
    await expect(
      moveLead(w.owner, { leadId: lead.id, stageId: w.leadStages.qualified }),
    ).rejects.toMatchObject({ code: "LEAD_NOT_CONVERTED" });
    await convertLead(w.owner, everything(w, lead.id));
    await expect(moveLead(w.owner, { leadId: lead.id, stageId: w.leadStages.work })).rejects.toMatchObject({
      code: "LEAD_CONVERTED",
    });
  });
});

describe("a lead's kind", () => {
  it("closes what is no enquiry for the reason that says so, and is taken back", async () => {
    const w = await makeWorkspace();
    const lead = await add(w.owner);
    await moveLead(w.owner, { leadId: lead.id, stageId: w.leadStages.work });
    const noise = await setLeadKind(w.owner, { leadId: lead.id, kind: "duplicate", version: 2 });
    expect(noise).toMatchObject({
      kind: "duplicate",
      outcome: "lost",
      stageId: w.leadStages.lost,
      lossReasonId: await reason(w, "duplicate"),
    });
    expect(await setLeadKind(w.owner, { leadId: lead.id, kind: "spam" })).toMatchObject({
      kind: "spam",
      lossReasonId: null,
    });
    expect(await setLeadKind(w.owner, { leadId: lead.id, kind: "real" })).toMatchObject({
      kind: "real",
      stageId: w.leadStages.work,
    });
    expect((await eventsOf(lead.id)).filter((name) => name === "lead.kind_changed")).toHaveLength(3);
    const observer = await makeMember(w, "observer");
    await expect(setLeadKind(observer, { leadId: lead.id, kind: "test" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

describe("a conversion", () => {
  it("makes a deal, a person and an organisation of the lead, and qualifies it", async () => {
    const w = await makeWorkspace();
    const anna = await makeMember(w, "sales", "Anna");
    const lead = await add(anna, { amountMinor: 5_000, sourceId: w.sourceId });
    const became = await convertLead(anna, { ...everything(w, lead.id), version: 1 });
    expect(became.lead).toMatchObject({ outcome: "won", stageId: w.leadStages.qualified, kind: "real" });
    expect(became.lead.convertedAt).toBeInstanceOf(Date);
    expect(await getDeal(anna, { dealId: became.dealId ?? "" })).toMatchObject({
      title: "Windows for a cottage",
      amountMinor: 5_000,
      ownerId: anna.member?.id,
      sourceId: w.sourceId,
      stageId: w.stages.fresh,
      contactName: "Olga Stone",
      companyName: "Stone & Co",
    });
    expect(await getContact(anna, { contactId: became.contactId ?? "" })).toMatchObject({
      phone: "+49 30 1234567",
      email: "olga@example.com",
      companyId: became.companyId,
    });
    expect(await eventsOf(lead.id)).toEqual(["lead.created", "lead.stage_changed", "lead.converted"]);
    await expect(convertLead(anna, everything(w, lead.id))).rejects.toMatchObject({ code: "LEAD_CONVERTED" });
  });

  it("finds the person by phone however it is written, and adds what they lacked", async () => {
    const w = await makeWorkspace();
    const known = await createContact(w.owner, { name: "Olga", phone: "030/123 45 67" });
    await createContact(w.owner, { name: "Somebody", phone: "030 999" });
    const lead = await add(w.owner);
    const { contacts } = await offerConversion(w.owner, { leadId: lead.id });
    expect(contacts).toMatchObject([{ id: known.id, by: "phone" }]);
    const became = await convertLead(w.owner, {
      leadId: lead.id,
      deal: null,
      contact: { contactId: known.id },
      company: null,
    });
    expect(became).toMatchObject({ dealId: null, contactId: known.id, lead: { made: {} } });
    expect(await getContact(w.owner, { contactId: known.id })).toMatchObject({
      phone: "030/123 45 67",
      email: "olga@example.com",
    });
    expect(await eventsOf(known.id)).toEqual(["contact.created", "contact.updated"]);
  });

  it("takes tags and open activities along, and tells the deal's history what the lead said", async () => {
    const w = await makeWorkspace();
    const hot = await createTag(w.owner, { name: "Hot" });
    const lead = await add(w.owner, {
      ...{ comment: "Five windows, please", page: "https://windows.example/" },
      custom: { tags: [hot.id] },
    });
    const open = await createActivity(w.owner, { recordId: lead.id, title: "Measure" });
    const done = await createActivity(w.owner, { recordId: lead.id, title: "Call back", done: true });
    const { dealId, contactId } = await convertLead(w.owner, everything(w, lead.id));
    const titles = async (recordId: string | null) =>
      (await listActivities(w.owner, { recordId: recordId ?? "" })).map(({ id }) => id);
    expect([await titles(dealId), await titles(lead.id)]).toEqual([[open.id], [done.id]]);
    expect((await getDeal(w.owner, { dealId: dealId ?? "" })).custom).toEqual({ tags: [hot.id] });
    expect((await getContact(w.owner, { contactId: contactId ?? "" })).custom).toEqual({});
    const { entries } = await recordTimeline(w.owner, { recordId: dealId ?? "", limit: 10 });
    expect(entries.find(({ name }) => name === "deal.created")?.data).toMatchObject({
      fromLead: {
        ...{ id: lead.id, title: lead.title, comment: "Five windows, please" },
        origin: { utmSource: "google", utmCampaign: "windows", page: "https://windows.example/" },
      },
    });
    const { records } = await listRecords(w.owner, {
      entity: "lead",
      filter: { field: "dealId", operator: "eq", value: dealId },
    });
    expect(records.map(({ id }) => id)).toEqual([lead.id]);
  });

  it("leaves out whoever a field names and is there no more", async () => {
    const w = await makeWorkspace();
    const gone = await makeMember(w, "sales", "Gleb");
    const field = { type: "member" as const, label: "Measured by" };
    const { key } = await createCustomField(w.owner, { entity: "lead", ...field });
    await createCustomField(w.owner, { entity: "deal", ...field });
    const lead = await add(w.owner, { custom: { [key]: gone.member?.id } });
    await removeMember(w.owner, { memberId: gone.member?.id ?? "" });
    const { dealId } = await convertLead(w.owner, everything(w, lead.id));
    expect((await getDeal(w.owner, { dealId: dealId ?? "" })).custom).toEqual({});
  });

  it("gives tags and activities to whoever is made where no deal is wanted", async () => {
    const w = await makeWorkspace();
    const hot = await createTag(w.owner, { name: "Hot" });
    const lead = await add(w.owner, { custom: { tags: [hot.id] } });
    const open = await createActivity(w.owner, { recordId: lead.id, title: "Measure" });
    const { contactId } = await convertLead(w.owner, { ...everything(w, lead.id), deal: null });
    const contact = await getContact(w.owner, { contactId: contactId ?? "" });
    expect(contact.custom).toEqual({ tags: [hot.id] });
    expect(await listActivities(w.owner, { recordId: contact.id })).toMatchObject([{ id: open.id }]);
    await returnLead(w.owner, { leadId: lead.id });
    expect(await listActivities(w.owner, { recordId: lead.id })).toMatchObject([{ id: open.id }]);
  });

  it("is all or nothing", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const theirs = await createContact(other.owner, { name: "Eve" });
    const lead = await add(w.owner);
    const refused: [Partial<ConvertLead>, object][] = [
      [{ deal: { pipelineId: other.pipelineId } }, { code: "STAGE_GONE", field: "pipelineId" }],
      [{ deal: { pipelineId: w.leadPipelineId } }, { code: "STAGE_GONE", field: "pipelineId" }],
      [{ contact: { contactId: theirs.id } }, { code: "NOT_FOUND" }],
      [{ company: { companyId: theirs.id } }, { code: "INVALID", field: "companyId" }],
      [
        { deal: null, contact: null, company: null },
        { code: "INVALID", field: "deal" },
      ],
      [{ version: 7 }, { code: "VERSION_CONFLICT" }],
    ];
    for (const [part, error] of refused) {
      await expect(convertLead(w.owner, { ...everything(w, lead.id), ...part })).rejects.toMatchObject(error);
    }
    for (const entity of ["deal", "contact", "company"] as const) {
      expect((await listRecords(w.owner, { entity })).records).toEqual([]);
    }
    expect(await getLead(w.owner, { leadId: lead.id })).toMatchObject({ version: 1, outcome: "open" });
    const observer = await makeMember(w, "observer");
    await expect(convertLead(observer, everything(w, lead.id))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("a return", () => {
  it("takes the lead back where it stood and what was made to the trash, as its seller", async () => {
    const w = await makeWorkspace();
    const anna = await makeMember(w, "sales", "Anna");
    const lead = await add(anna);
    await moveLead(anna, { leadId: lead.id, stageId: w.leadStages.work });
    const { dealId, contactId, companyId } = await convertLead(anna, everything(w, lead.id));
    const returned = await returnLead(anna, { leadId: lead.id });
    expect(returned.trashed).toEqual({ dealId, contactId, companyId });
    expect(returned.lead).toMatchObject({
      ...{ outcome: "open", stageId: w.leadStages.work, convertedAt: null, made: null },
      ...{ dealId: null, contactId: null, companyId: null },
    });
    for (const entity of ["deal", "contact", "company"] as const) {
      expect((await listRecords(w.owner, { entity })).records).toEqual([]);
    }
    expect(await eventsOf(lead.id)).toEqual([
      ...["lead.created", "lead.stage_changed"],
      ...["lead.stage_changed", "lead.converted"],
      ...["lead.stage_changed", "lead.returned"],
    ]);
    const again = await convertLead(anna, everything(w, lead.id));
    expect(again.dealId).not.toBe(dealId);
  });

  it("brings back what was still to do, unless the deal stays", async () => {
    const w = await makeWorkspace();
    const lead = await add(w.owner);
    const open = await createActivity(w.owner, { recordId: lead.id, title: "Measure" });
    const ofLead = async () => (await listActivities(w.owner, { recordId: lead.id })).map(({ id }) => id);
    await convertLead(w.owner, everything(w, lead.id));
    expect(await ofLead()).toEqual([]);
    await returnLead(w.owner, { leadId: lead.id });
    expect(await ofLead()).toEqual([open.id]);
    const { dealId } = await convertLead(w.owner, everything(w, lead.id));
    await updateDeal(w.owner, { dealId: dealId ?? "", changes: { amountMinor: 1 } });
    const { kept } = await returnLead(w.owner, { leadId: lead.id });
    expect(Object.keys(kept).toSorted()).toEqual(["companyId", "contactId", "dealId"]);
    expect(await ofLead()).toEqual([]);
  });

  it("leaves what somebody has worked on, and whom that names", async () => {
    const w = await makeWorkspace();
    const lead = await add(w.owner);
    const { dealId, contactId, companyId } = await convertLead(w.owner, everything(w, lead.id));
    await updateDeal(w.owner, { dealId: dealId ?? "", changes: { amountMinor: 1 } });
    const { trashed, kept } = await returnLead(w.owner, { leadId: lead.id });
    expect(trashed).toEqual({});
    expect(kept).toEqual({ dealId, contactId, companyId });
    expect(await getDeal(w.owner, { dealId: dealId ?? "" })).toMatchObject({ contactName: "Olga Stone" });
  });

  it("never touches a person who was there before, and reopens what was lost", async () => {
    const w = await makeWorkspace();
    const known = await createContact(w.owner, { name: "Olga" });
    const lead = await add(w.owner);
    const { dealId } = await convertLead(w.owner, {
      ...everything(w, lead.id),
      contact: { contactId: known.id },
      company: null,
    });
    const { trashed, lead: back } = await returnLead(w.owner, { leadId: lead.id });
    expect(trashed).toEqual({ dealId });
    expect(back.contactId).toBe(known.id);
    await setLeadKind(w.owner, { leadId: lead.id, kind: "spam" });
    expect((await returnLead(w.owner, { leadId: lead.id })).lead).toMatchObject({
      kind: "real",
      stageId: w.leadStages.fresh,
    });
    expect((await returnLead(w.owner, { leadId: lead.id })).trashed).toEqual({});
    const observer = await makeMember(w, "observer");
    await expect(returnLead(observer, { leadId: lead.id })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
