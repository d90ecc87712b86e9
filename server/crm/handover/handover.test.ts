import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { createActivity, listActivities } from "@/server/crm/activities";
import { createDeal, getDeal } from "@/server/crm/deals";
import { listMembers } from "@/server/identity";
import { eventsOf, makeMember, makeWorkspace } from "@/server/testing/fixtures";
import { belongingsOf, removeMember } from "./index";

useTestDatabase();

async function sellerWithDeal() {
  const w = await makeWorkspace();
  const seller = await makeMember(w, "sales", "Boris");
  const { id } = await createDeal(seller, { title: "Roof", stageId: w.stages.fresh });
  await createActivity(seller, { recordId: id, kind: "call", title: "Call back" });
  return { w, seller, dealId: id, sellerId: seller.member?.id ?? "", ownerId: w.owner.member?.id ?? "" };
}

describe("a member who is removed", () => {
  it("hands deals and open activities over to the colleague named, each deal telling so", async () => {
    const { w, dealId, sellerId, ownerId } = await sellerWithDeal();
    expect(await belongingsOf(w.owner, { memberId: sellerId })).toEqual({
      deals: 1,
      leads: 0,
      activities: 1,
    });
    await removeMember(w.owner, { memberId: sellerId, newOwnerId: ownerId });
    expect(await getDeal(w.owner, { dealId })).toMatchObject({ ownerId, version: 2 });
    expect(await listActivities(w.owner, { recordId: dealId })).toMatchObject([{ ownerId }]);
    expect(await eventsOf(dealId)).toContain("deal.updated");
    expect(await eventsOf(sellerId)).toContain("member.removed");
  });

  it("leaves everything as it is when nobody is named", async () => {
    const { w, dealId, sellerId } = await sellerWithDeal();
    await removeMember(w.owner, { memberId: sellerId });
    expect(await getDeal(w.owner, { dealId })).toMatchObject({ ownerId: sellerId, version: 1 });
  });

  it("stays when the colleague is of another workspace, has gone, or is the member", async () => {
    const { w, sellerId } = await sellerWithDeal();
    const stranger = (await makeWorkspace("Other")).owner.member?.id ?? "";
    const gone = (await makeMember(w, "sales", "Gone")).member?.id ?? "";
    await removeMember(w.owner, { memberId: gone });
    for (const newOwnerId of [stranger, gone, sellerId])
      await expect(removeMember(w.owner, { memberId: sellerId, newOwnerId })).rejects.toMatchObject({
        code: "INVALID",
      });
    expect(await listMembers(w.owner)).toContainEqual(expect.objectContaining({ id: sellerId }));
  });

  it("is removed by whoever may edit members, or leaves; a seller neither removes nor counts a colleague's", async () => {
    const { w, seller, sellerId, ownerId } = await sellerWithDeal();
    await expect(removeMember(seller, { memberId: ownerId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(belongingsOf(seller, { memberId: ownerId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await removeMember(seller, { memberId: sellerId, newOwnerId: ownerId });
    expect(await belongingsOf(w.owner, { memberId: sellerId })).toEqual({
      deals: 0,
      leads: 0,
      activities: 0,
    });
  });

  it("is nobody of another workspace", async () => {
    const { sellerId } = await sellerWithDeal();
    const other = await makeWorkspace("Other");
    await expect(removeMember(other.owner, { memberId: sellerId })).rejects.toMatchObject({
      code: "MEMBER_NOT_FOUND",
    });
    expect(await belongingsOf(other.owner, { memberId: sellerId })).toEqual({
      deals: 0,
      leads: 0,
      activities: 0,
    });
  });
});
