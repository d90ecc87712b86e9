import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { createCompany } from "@/server/crm/companies";
import { createContact } from "@/server/crm/contacts";
import { createDeal } from "@/server/crm/deals";
import { recordTimeline } from "@/server/crm/timeline";
import { eventsOf, makeMember, makeWorkspace } from "@/server/testing/fixtures";
import { changeLinkRole, linkRecords, listLinks, unlinkRecords } from "./index";

useTestDatabase();

async function linked() {
  const w = await makeWorkspace();
  const deal = await createDeal(w.owner, { title: "Windows", stageId: w.stages.fresh });
  const olga = await createContact(w.owner, { name: "Olga" });
  const link = await linkRecords(w.owner, { fromId: deal.id, toId: olga.id, role: "Decides" });
  return { w, deal, olga, link };
}

describe("linked records", () => {
  it("are shown from both ends, with the role, and each tells of it in its history", async () => {
    const { w, deal, olga } = await linked();
    expect(await listLinks(w.owner, { recordId: deal.id })).toMatchObject([
      { role: "Decides", record: { id: olga.id, entity: "contact", title: "Olga" } },
    ]);
    expect(await listLinks(w.owner, { recordId: olga.id })).toMatchObject([
      { role: "Decides", record: { id: deal.id, entity: "deal", title: "Windows" } },
    ]);
    expect(await eventsOf(deal.id)).toContain("link.added");
    expect(await eventsOf(olga.id)).toContain("link.added");
    const { entries } = await recordTimeline(w.owner, { recordId: olga.id, kind: "links", limit: 10 });
    expect(entries[0]?.data).toMatchObject({ otherTitle: "Windows", role: "Decides" });
  });

  it("are linked once, whichever way round: a second time gives the role", async () => {
    const { w, deal, olga, link } = await linked();
    const again = await linkRecords(w.owner, { fromId: olga.id, toId: deal.id, role: "Signs" });
    expect(again.id).toBe(link.id);
    expect(await listLinks(w.owner, { recordId: deal.id })).toMatchObject([{ role: "Signs" }]);
  });

  it("get another role, and are taken apart", async () => {
    const { w, deal, link } = await linked();
    await changeLinkRole(w.owner, { linkId: link.id, role: null });
    expect(await listLinks(w.owner, { recordId: deal.id })).toMatchObject([{ role: null }]);
    await unlinkRecords(w.owner, { linkId: link.id });
    expect(await listLinks(w.owner, { recordId: deal.id })).toEqual([]);
    expect((await eventsOf(deal.id)).slice(-2)).toEqual(["link.changed", "link.removed"]);
  });

  it("are neither seen nor changed by whoever may not", async () => {
    const { w, deal, olga, link } = await linked();
    const seller = await makeMember(w, "sales");
    expect(await listLinks(seller, { recordId: olga.id })).toEqual([]);
    await expect(listLinks(seller, { recordId: deal.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const observer = await makeMember(w, "observer");
    for (const refused of [
      () => linkRecords(observer, { fromId: deal.id, toId: olga.id }),
      () => unlinkRecords(observer, { linkId: link.id }),
      () => changeLinkRole(observer, { linkId: link.id, role: "Pays" }),
    ]) {
      await expect(refused()).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });

  it("are of one workspace, and are two", async () => {
    const [{ w, deal, link }, other] = [await linked(), await makeWorkspace()];
    const stranger = await createCompany(other.owner, { name: "Stranger" });
    await expect(linkRecords(w.owner, { fromId: deal.id, toId: stranger.id })).rejects.toMatchObject({
      code: "INVALID",
      field: "toId",
    });
    await expect(linkRecords(w.owner, { fromId: deal.id, toId: deal.id })).rejects.toMatchObject({
      field: "toId",
    });
    await expect(unlinkRecords(other.owner, { linkId: link.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
