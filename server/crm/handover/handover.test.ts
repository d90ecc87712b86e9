import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { createActivity, listActivities } from "@/server/crm/activities";
import { createContact } from "@/server/crm/contacts";
import { createDeal, getDeal } from "@/server/crm/deals";
import { createInvoice, issueInvoice } from "@/server/crm/invoices";
import { addLines } from "@/server/crm/line-items";
import { createItem, createList } from "@/server/crm/lists";
import { createProduct } from "@/server/crm/products";
import { getRecord, updateRecord } from "@/server/crm/registry";
import { listMembers } from "@/server/identity";
import { eventsOf, makeMember, makeWorkspace } from "@/server/testing/fixtures";
import { belongingsOf, removeMember } from "./index";

useTestDatabase();

const nothing = {
  ...{ deal: 0, lead: 0, contact: 0, company: 0, invoice: 0, product: 0, list_item: 0 },
  activities: 0,
};

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
      ...nothing,
      deal: 1,
      activities: 1,
    });
    await removeMember(w.owner, { memberId: sellerId, newOwnerId: ownerId });
    expect(await getDeal(w.owner, { dealId })).toMatchObject({ ownerId, version: 2 });
    expect(await listActivities(w.owner, { recordId: dealId })).toMatchObject([{ ownerId }]);
    expect(await eventsOf(dealId)).toContain("deal.updated");
    expect(await eventsOf(sellerId)).toContain("member.removed");
  });

  it("hands over records of every kind, sent invoices among them", async () => {
    const { w, seller, sellerId, ownerId } = await sellerWithDeal();
    const mine = { ownerId: sellerId };
    const invoice = await createInvoice(seller, {});
    await addLines(seller, { recordId: invoice.id, lines: [{ name: "Roof", priceMinor: 100 }] });
    await issueInvoice(seller, { invoiceId: invoice.id });
    const contact = await createContact(seller, { name: "Olga", ...mine });
    const product = await createProduct(w.owner, { name: "Roof", priceMinor: 100 });
    await updateRecord(w.owner, { entity: "product", id: product.id, changes: mine });
    const { id: listId } = await createList(w.owner, { name: "Requests", itemName: "Request" });
    const item = await createItem(seller, { listId, title: "Paper" });
    const all = [
      { entity: "invoice" as const, id: invoice.id },
      { entity: "contact" as const, id: contact.id },
      { entity: "product" as const, id: product.id },
      { entity: "list_item" as const, id: item.id },
    ];
    expect(await belongingsOf(w.owner, { memberId: sellerId })).toMatchObject({
      ...{ invoice: 1, contact: 1, product: 1, list_item: 1 },
    });
    await removeMember(w.owner, { memberId: sellerId, newOwnerId: ownerId });
    for (const { entity, id } of all) {
      const { record } = await getRecord(w.owner, { entity, id });
      expect([entity, record.ownerId]).toEqual([entity, ownerId]);
      expect(await eventsOf(id)).toContain(`${entity}.updated`);
    }
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
    expect(await belongingsOf(w.owner, { memberId: sellerId })).toEqual(nothing);
  });

  it("is nobody of another workspace", async () => {
    const { sellerId } = await sellerWithDeal();
    const other = await makeWorkspace("Other");
    await expect(removeMember(other.owner, { memberId: sellerId })).rejects.toMatchObject({
      code: "MEMBER_NOT_FOUND",
    });
    expect(await belongingsOf(other.owner, { memberId: sellerId })).toEqual(nothing);
  });
});
