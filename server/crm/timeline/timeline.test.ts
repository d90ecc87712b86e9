import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { createActivity } from "@/server/crm/activities";
import { addComment } from "@/server/crm/comments";
import { createCompany } from "@/server/crm/companies";
import { createContact } from "@/server/crm/contacts";
import { createDeal, updateDeal } from "@/server/crm/deals";
import type { UpdateDeal } from "@/server/crm/deals/contract";
import { createInvoice, issueInvoice, makeLink, recordPayment } from "@/server/crm/invoices";
import { fileAdded } from "@/server/files/events";
import { type Context, inOrganization, recordEvent } from "@/server/platform";
import { makeMember, makeWorkspace, type Workspace } from "@/server/testing/fixtures";
import { kindsOf, type RecordTimelineQuery } from "./contract";
import { recordTimeline } from "./index";

useTestDatabase();

const person = (name: string) => ({ name, email: null, phone: null, companyId: null });

async function dealIn(w: Workspace) {
  const { id: dealId } = await createDeal(w.owner, { title: "Windows", stageId: w.stages.fresh });
  const change = (changes: UpdateDeal["changes"]) => updateDeal(w.owner, { dealId, changes });
  const read = (more: Partial<RecordTimelineQuery> = {}) =>
    recordTimeline(w.owner, { recordId: dealId, limit: 40, ...more });
  return { dealId, change, read };
}

describe("a deal's timeline", () => {
  it("names the contacts and companies that were exchanged", async () => {
    const w = await makeWorkspace();
    const { change, read } = await dealIn(w);
    const olga = await createContact(w.owner, person("Olga"));
    const pavel = await createContact(w.owner, person("Pavel"));
    const roof = await createCompany(w.owner, { name: "Roof Ltd" });
    await change({ contactId: olga.id });
    await change({ contactId: pavel.id, companyId: roof.id });
    const { entries } = await read();
    expect(entries.map(({ names }) => names)).toEqual([
      { [olga.id]: "Olga", [pavel.id]: "Pavel", [roof.id]: "Roof Ltd" },
      { [olga.id]: "Olga" },
      {},
    ]);
  });

  it("names nobody of another workspace", async () => {
    const [mine, theirs] = [await makeWorkspace(), await makeWorkspace()];
    const { change, read } = await dealIn(mine);
    const stranger = await createContact(theirs.owner, person("Stranger"));
    await expect(change({ contactId: stranger.id })).rejects.toMatchObject({ code: "INVALID" });
    expect(JSON.stringify(await read())).not.toContain("Stranger");
  });

  it("shows one kind alone when asked", async () => {
    const w = await makeWorkspace();
    const { dealId, change, read } = await dealIn(w);
    await addComment(w.owner, { recordId: dealId, text: "They called" });
    await createActivity(w.owner, { recordId: dealId, title: "Call back" });
    await change({ title: "Doors" });
    const names = async (kind: RecordTimelineQuery["kind"]) =>
      (await read({ kind })).entries.map((entry) => entry.name);
    expect(await names("comments")).toEqual(["comment.added"]);
    expect(await names("activities")).toEqual(["activity.created"]);
    expect(await names("changes")).toEqual(["deal.updated", "deal.created"]);
    expect(await names("robots")).toEqual([]);
    expect(await names(undefined)).toHaveLength(4);
  });

  it("of any length is read page by page, each entry once", async () => {
    const w = await makeWorkspace();
    const { dealId, read } = await dealIn(w);
    for (let n = 0; n < 25; n++) await addComment(w.owner, { recordId: dealId, text: `Comment ${n}` });
    const seen: string[] = [];
    let cursor: RecordTimelineQuery["cursor"] = null;
    do {
      const page = await read({ cursor, limit: 10 });
      seen.push(...page.entries.map(({ data, name }) => (typeof data.text === "string" ? data.text : name)));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual([...Array.from({ length: 25 }, (_, n) => `Comment ${24 - n}`), "deal.created"]);
  });
});

describe("kinds of history", () => {
  it("part files and a deal's invoices from changes", async () => {
    const w = await makeWorkspace();
    const { dealId, change, read } = await dealIn(w);
    await change({ title: "Doors", amountMinor: 100 });
    const added = { recordId: dealId, entity: "deal", data: { fileId: dealId, name: "plan.txt" } } as const;
    await inOrganization(w.owner, (tx) => recordEvent(tx, w.owner, fileAdded, added));
    const ownerId = w.owner.member?.id ?? null;
    const { id: invoiceId } = await createInvoice(w.owner, { dealId, ownerId });
    await issueInvoice(w.owner, { invoiceId });
    await makeLink(w.owner, { invoiceId });
    const names = async (kind: RecordTimelineQuery["kind"]) =>
      (await read({ kind })).entries.map((entry) => entry.name);
    expect(await names("files")).toEqual(["file.added"]);
    expect(await names("invoices")).toEqual(["invoice.sent", "invoice.created"]);
    expect(await names("changes")).toEqual(["deal.updated", "deal.created"]);
    const { entries } = await recordTimeline(w.owner, { recordId: invoiceId, kind: "changes", limit: 40 });
    expect(entries.map((entry) => entry.name)).toEqual([
      "invoice.link_changed",
      "invoice.sent",
      "invoice.created",
    ]);
    expect(kindsOf("deal")).toContain("invoices");
    expect(kindsOf("contact")).not.toContain("invoices");
  });
});

describe("a deal's invoices", () => {
  it("are told of on the deal, to whoever may see them", async () => {
    const w = await makeWorkspace();
    const boris = await makeMember(w, "sales");
    const { id: dealId } = await createDeal(boris, {
      title: "Roof",
      stageId: w.stages.fresh,
      amountMinor: 100,
    });
    const { id: invoiceId } = await createInvoice(w.owner, { dealId, ownerId: w.owner.member?.id ?? null });
    await issueInvoice(w.owner, { invoiceId });
    await recordPayment(w.owner, { invoiceId });
    const seen = async (ctx: Context) =>
      (await recordTimeline(ctx, { recordId: dealId, kind: "invoices", limit: 40 })).entries.map(
        ({ name }) => name,
      );
    expect(await seen(w.owner)).toEqual([
      "invoice.paid",
      "invoice.payment_recorded",
      "invoice.sent",
      "invoice.created",
    ]);
    expect(await seen(boris)).toEqual([]);
    const other = await createInvoice(w.owner, {});
    expect((await recordTimeline(w.owner, { recordId: other.id, limit: 40 })).entries).toHaveLength(1);
  });
});
