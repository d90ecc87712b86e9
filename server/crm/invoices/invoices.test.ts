import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { createCompany } from "@/server/crm/companies";
import { createContact } from "@/server/crm/contacts";
import { setRate } from "@/server/crm/currencies";
import { createDeal } from "@/server/crm/deals";
import { addLines, listLines } from "@/server/crm/line-items";
import { getRecord, listRecords, search, trashRecord, updateRecord } from "@/server/crm/registry";
import { createCustomField } from "@/server/fields";
import { developmentOutbox } from "@/server/messaging";
import type { Context } from "@/server/platform";
import { eventsOf, makeMember, makeWorkspace, type Workspace } from "@/server/testing/fixtures";
import type { CreateInvoice } from "./contract";
import {
  createInvoice,
  deleteInvoice,
  duplicateInvoice,
  getInvoice,
  getInvoiceSettings,
  invoiceDocument,
  issueInvoice,
  listInvoices,
  makeLink,
  markOverdueInvoices,
  publicInvoice,
  recordPayment,
  removePayment,
  restoreInvoice,
  revokeLink,
  saveInvoiceSettings,
  sendInvoice,
  sumInvoices,
  updateInvoice,
  voidInvoice,
} from "./index";

useTestDatabase();

async function dealWithLines(w: Workspace, ctx: Context = w.owner) {
  const contact = await createContact(w.owner, { name: "Olga Stone", email: "olga@example.com" });
  const deal = await createDeal(ctx, {
    title: "Windows",
    stageId: w.stages.fresh,
    contactId: contact.id,
    currency: "RUB",
  });
  const lines = [
    { name: "Окно", quantity: 2_000, priceMinor: 1_000_000, taxRate: 2_000 },
    { name: "Монтаж", priceMinor: 500_000, discount: 1_000 },
  ];
  await addLines(ctx, { recordId: deal.id, lines });
  return deal;
}

async function draft(w: Workspace, input: Partial<CreateInvoice> = {}, ctx: Context = w.owner) {
  const made = await createInvoice(ctx, { language: "ru", ...input });
  if (!input.dealId)
    await addLines(ctx, { recordId: made.id, lines: [{ name: "Окно", priceMinor: 10_000 }] });
  return made.id;
}

async function issued(w: Workspace, input: Partial<CreateInvoice> = {}) {
  return issueInvoice(w.owner, { invoiceId: await draft(w, input) });
}

const at = (ctx: Context, now: string): Context => ({ ...ctx, now: () => new Date(now) });

function token(link: string | null): string {
  return String(link).split("/").at(-1) ?? "";
}

describe("making an invoice", () => {
  it("takes over the deal's buyer, currency and products", async () => {
    const w = await makeWorkspace();
    const deal = await dealWithLines(w);
    const made = await createInvoice(w.owner, { dealId: deal.id });
    expect(made).toMatchObject({
      status: "draft",
      number: null,
      dealId: deal.id,
      currency: "RUB",
      subtotalMinor: 2_500_000,
      discountMinor: 50_000,
      totalMinor: 2_450_000,
      buyer: { name: "Olga Stone", email: "olga@example.com" },
    });
    const { lines } = await listLines(w.owner, { recordId: made.id });
    expect(lines.map((line) => line.name)).toEqual(["Окно", "Монтаж"]);
    expect(await eventsOf(made.id)).toEqual(["invoice.created"]);
  });

  it("of a deal without products is one line of its amount", async () => {
    const w = await makeWorkspace();
    const deal = await createDeal(w.owner, { title: "Roof", stageId: w.stages.fresh, amountMinor: 12_300 });
    const made = await createInvoice(w.owner, { dealId: deal.id });
    expect(made.totalMinor).toBe(12_300);
  });

  it("in another currency has its prices by the day's rate", async () => {
    const w = await makeWorkspace();
    const deal = await createDeal(w.owner, { title: "Roof", stageId: w.stages.fresh, amountMinor: 10_000 });
    const inDollars = () => createInvoice(w.owner, { dealId: deal.id, currency: "USD" });
    await expect(inDollars()).rejects.toMatchObject({ code: "CURRENCY_UNKNOWN" });
    await setRate(w.owner, { currency: "USD", day: "2020-01-01", rateMicros: 800_000 });
    expect(await inDollars()).toMatchObject({ currency: "USD", totalMinor: 12_500 });
  });

  it("for one purpose of a deal happens once, also in parallel, and follows the deal while it is a draft", async () => {
    const w = await makeWorkspace();
    const deal = await dealWithLines(w);
    const make = () => createInvoice(w.owner, { dealId: deal.id, purpose: "prepayment" });
    const made = await Promise.all(Array.from({ length: 10 }, make));
    expect(new Set(made.map((one) => one.id)).size).toBe(1);
    await addLines(w.owner, { recordId: deal.id, lines: [{ name: "Доставка", priceMinor: 100 }] });
    expect((await make()).totalMinor).toBe(2_450_100);
    const sent = await issueInvoice(w.owner, { invoiceId: (await make()).id });
    await addLines(w.owner, { recordId: deal.id, lines: [{ name: "Ещё", priceMinor: 100 }] });
    expect(await make()).toMatchObject({ id: sent.id, totalMinor: 2_450_100 });
    await voidInvoice(w.owner, { invoiceId: sent.id, reason: "Wrong" });
    expect(await make()).toMatchObject({ status: "draft", totalMinor: 2_450_200 });
  });

  it("refuses an observer, a colleague's deal, and another organization's records", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const [observer, boris] = [await makeMember(w, "observer"), await makeMember(w, "sales")];
    const deal = await dealWithLines(w);
    await expect(createInvoice(observer, {})).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(createInvoice(boris, { dealId: deal.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(createInvoice(other.owner, { dealId: deal.id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(createInvoice(other.owner, { contactId: deal.contactId })).rejects.toMatchObject({
      code: "INVALID",
      field: "contactId",
    });
    const own = await dealWithLines(w, boris);
    expect(await createInvoice(boris, { dealId: own.id })).toMatchObject({ ownerId: boris.member?.id });
  });
});

describe("issuing", () => {
  it("gives a number, dates and our requisites, and closes the content", async () => {
    const w = await makeWorkspace();
    const settings = { seller: { name: "ООО «Окна»", taxId: "77" }, dueDays: 7, note: null };
    await saveInvoiceSettings(w.owner, { ...settings, numberPattern: "{YYYY}-{NNNN}" });
    const ctx = at(w.owner, "2026-12-31T23:30:00Z");
    const one = await issueInvoice(ctx, { invoiceId: await draft(w) });
    // In Berlin the new year has come.
    expect(one).toMatchObject({ number: "2027-0001", status: "sent", seller: settings.seller });
    expect(await invoiceDocument(w.owner, { invoiceId: one.id })).toMatchObject({
      issued: "2027-01-01",
      due: "2027-01-08",
    });
    const locked = { code: "INVOICE_LOCKED" };
    const { id: invoiceId } = one;
    await expect(updateInvoice(w.owner, { invoiceId, changes: { note: "x" } })).rejects.toMatchObject({
      ...locked,
      field: "note",
    });
    await expect(
      updateRecord(w.owner, { entity: "invoice", id: invoiceId, changes: { dueAt: new Date() } }),
    ).rejects.toMatchObject(locked);
    await expect(addLines(w.owner, { recordId: invoiceId, lines: [{ name: "X" }] })).rejects.toMatchObject(
      locked,
    );
    await expect(trashRecord(w.owner, { entity: "invoice", id: invoiceId })).rejects.toMatchObject(locked);
    await expect(issueInvoice(w.owner, { invoiceId })).rejects.toMatchObject(locked);
    expect(await eventsOf(invoiceId)).toEqual([
      "invoice.created",
      "invoice.products_changed",
      "invoice.sent",
    ]);
    expect((await search(w.owner, { text: "2027-0001" })).map((found) => found.id)).toEqual([invoiceId]);
  });

  it("refuses an empty one, a stale version, a stranger and a colleague", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const boris = await makeMember(w, "sales");
    const { id } = await createInvoice(w.owner, {});
    await expect(issueInvoice(w.owner, { invoiceId: id })).rejects.toMatchObject({ code: "INVOICE_EMPTY" });
    const invoiceId = await draft(w);
    await expect(issueInvoice(w.owner, { invoiceId, version: 1 })).rejects.toMatchObject({
      code: "VERSION_CONFLICT",
    });
    await expect(issueInvoice(other.owner, { invoiceId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(issueInvoice(boris, { invoiceId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("of fifty at once leaves no gap and gives no number twice", async () => {
    const w = await makeWorkspace();
    const drafts: string[] = [];
    for (let n = 0; n < 50; n++) drafts.push(await draft(w));
    const { id: empty } = await createInvoice(w.owner, {});
    const results = await Promise.allSettled(
      [...drafts, empty].map((invoiceId) => issueInvoice(w.owner, { invoiceId })),
    );
    const numbers = results.flatMap((one) => (one.status === "fulfilled" ? [one.value.number] : []));
    const year = new Date().getFullYear();
    const expected = Array.from({ length: 50 }, (_, n) => `${year}-${String(n + 1).padStart(4, "0")}`);
    expect(numbers.map(String).toSorted((a, b) => a.localeCompare(b))).toEqual(expected);
  });

  it("goes on from the number said, and steps over one that an earlier pattern gave", async () => {
    const w = await makeWorkspace();
    const save = (numberPattern: string, nextNumber?: number) =>
      saveInvoiceSettings(w.owner, {
        seller: { name: "We" },
        dueDays: 7,
        note: null,
        numberPattern,
        nextNumber,
      });
    await save("{N}", 41);
    expect((await issued(w)).number).toBe("41");
    expect((await getInvoiceSettings(w.owner)).nextNumber).toBe(42);
    await expect(save("{N}", 41)).rejects.toMatchObject({
      code: "INVOICE_NUMBER_GIVEN",
      field: "nextNumber",
    });
    await expect(save("no number")).rejects.toThrow();
    await save("4{N}");
    expect((await issued(w)).number).toBe("442");
    await save("{N}");
    expect((await issued(w)).number).toBe("43");
    const seller = await makeMember(w, "sales");
    await expect(
      saveInvoiceSettings(seller, { seller: { name: "Me" }, dueDays: 7, note: null, numberPattern: "{N}" }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("sending", () => {
  it("issues a draft and writes one letter a key, with the link in it", async () => {
    const w = await makeWorkspace();
    const invoiceId = await draft(w);
    const letter = { invoiceId, to: "olga@example.com", message: "Добрый день!", key: "first-letter" };
    const sent = await sendInvoice(w.owner, letter);
    await sendInvoice(w.owner, letter);
    const letters = (await developmentOutbox()).filter((one) => one.about?.recordId === invoiceId);
    expect(letters).toHaveLength(1);
    expect(letters[0]?.subject).toContain(`Счёт ${sent.number}`);
    const { link } = await getInvoice(w.owner, { invoiceId });
    expect(letters[0]?.text).toContain(String(link));
    expect(await publicInvoice(token(link))).toMatchObject({ number: sent.number, status: "sent" });
  });

  it("is not for a void one, a colleague, or a stranger", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const boris = await makeMember(w, "sales");
    const { id: invoiceId } = await issued(w);
    const letter = { invoiceId, to: "olga@example.com", key: "first-letter" };
    await expect(sendInvoice(boris, letter)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(sendInvoice(other.owner, letter)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await voidInvoice(w.owner, { invoiceId, reason: "Wrong" });
    await expect(sendInvoice(w.owner, letter)).rejects.toMatchObject({ code: "INVOICE_NOT_SENT" });
  });
});

describe("payments by hand", () => {
  it("come in parts, and the last one makes it paid", async () => {
    const w = await makeWorkspace();
    const { id: invoiceId } = await issued(w);
    const part = await recordPayment(w.owner, { invoiceId, amountMinor: 4_000 });
    expect(part).toMatchObject({ status: "sent", paidMinor: 4_000 });
    await expect(recordPayment(w.owner, { invoiceId, amountMinor: 6_001 })).rejects.toMatchObject({
      code: "PAYMENT_TOO_LARGE",
      field: "amountMinor",
    });
    const paid = await recordPayment(w.owner, { invoiceId });
    expect(paid).toMatchObject({ status: "paid", paidMinor: 10_000 });
    await expect(recordPayment(w.owner, { invoiceId })).rejects.toMatchObject({
      code: "INVOICE_NOT_PAYABLE",
    });
    expect((await eventsOf(invoiceId)).slice(-3)).toEqual([
      "invoice.payment_recorded",
      "invoice.payment_recorded",
      "invoice.paid",
    ]);
    const { payments } = await getInvoice(w.owner, { invoiceId });
    const paymentId = String(payments[1]?.id);
    expect(await removePayment(w.owner, { invoiceId, paymentId })).toMatchObject({
      status: "sent",
      paidMinor: 4_000,
      paidAt: null,
    });
  });

  it("of the same money at once count once", async () => {
    const w = await makeWorkspace();
    const { id: invoiceId } = await issued(w);
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () => recordPayment(w.owner, { invoiceId })),
    );
    expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await getInvoice(w.owner, { invoiceId })).toMatchObject({ paidMinor: 10_000 });
  });

  it("are not for drafts, colleagues or strangers", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const boris = await makeMember(w, "sales");
    const invoiceId = await draft(w);
    await expect(recordPayment(w.owner, { invoiceId })).rejects.toMatchObject({
      code: "INVOICE_NOT_PAYABLE",
    });
    await issueInvoice(w.owner, { invoiceId });
    await expect(recordPayment(boris, { invoiceId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(recordPayment(other.owner, { invoiceId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(removePayment(other.owner, { invoiceId, paymentId: invoiceId })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("voiding and copying", () => {
  it("keeps the number, says why, and is not for a paid one", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const { id: invoiceId, number } = await issued(w);
    const reason = { invoiceId, reason: "Wrong buyer" };
    await expect(voidInvoice(other.owner, reason)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await recordPayment(w.owner, { invoiceId });
    await expect(voidInvoice(w.owner, reason)).rejects.toMatchObject({ code: "INVOICE_HAS_PAYMENTS" });
    const { payments } = await getInvoice(w.owner, { invoiceId });
    await removePayment(w.owner, { invoiceId, paymentId: String(payments[0]?.id) });
    expect(await voidInvoice(w.owner, reason)).toMatchObject({ status: "void", number });
    await expect(voidInvoice(w.owner, reason)).rejects.toMatchObject({ code: "INVOICE_NOT_SENT" });
    const { link } = await getInvoice(w.owner, { invoiceId });
    expect(await publicInvoice(token(link))).toMatchObject({ status: "void" });
    const copy = await duplicateInvoice(w.owner, { invoiceId });
    expect(copy).toMatchObject({ status: "draft", number: null, totalMinor: 10_000, purpose: null });
    await expect(duplicateInvoice(other.owner, { invoiceId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await eventsOf(invoiceId)).at(-1)).toBe("invoice.voided");
  });

  it("lets a draft go to the trash and come back", async () => {
    const w = await makeWorkspace();
    const invoiceId = await draft(w);
    await deleteInvoice(w.owner, { invoiceId });
    await expect(getInvoice(w.owner, { invoiceId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await restoreInvoice(w.owner, { invoiceId })).toMatchObject({ status: "draft" });
  });

  it("lets a draft change, its buyer following the person", async () => {
    const w = await makeWorkspace();
    const { id: contactId } = await createContact(w.owner, { name: "Пётр", phone: "+7 916 123-45-67" });
    const invoiceId = await draft(w);
    const changed = await updateInvoice(w.owner, { invoiceId, changes: { contactId } });
    expect(changed.buyer).toMatchObject({ name: "Пётр" });
    await expect(updateInvoice(w.owner, { invoiceId, changes: { currency: "USD" } })).rejects.toMatchObject({
      code: "AMOUNT_FROM_LINES",
    });
    expect((await search(w.owner, { text: "petr" })).map((one) => one.id)).toContain(invoiceId);
    const { record } = await getRecord(w.owner, { entity: "invoice", id: invoiceId });
    expect(record.locked).toEqual(["currency"]);
  });

  it("is the same from a list: the buyer follows the payer, and nobody else", async () => {
    const w = await makeWorkspace();
    const { id: companyId } = await createCompany(w.owner, { name: "Stone" });
    const { id: contactId } = await createContact(w.owner, { name: "Anna" });
    const id = await draft(w);
    const change = (changes: Record<string, unknown>) =>
      updateRecord(w.owner, { entity: "invoice", id, changes });
    const buyer = async () => (await getInvoice(w.owner, { invoiceId: id })).buyer;
    await change({ companyId });
    expect(await buyer()).toEqual({ name: "Stone" });
    await change({ buyer: { name: "Stone Ltd", taxId: "7" } });
    await change({ contactId });
    expect(await buyer()).toEqual({ name: "Stone Ltd", taxId: "7" });
    expect((await change({ companyId: null })).record.title).toBe("Anna");
    await change({ contactId: null });
    expect((await getRecord(w.owner, { entity: "invoice", id })).record.title).toBe("Черновик");
  });

  it("keeps what the organization notes open after it is issued, and its content closed", async () => {
    const w = await makeWorkspace();
    const field = await createCustomField(w.owner, { entity: "invoice", type: "text", label: "Waybill" });
    const id = await draft(w);
    await issueInvoice(w.owner, { invoiceId: id });
    const change = (changes: Record<string, unknown>) =>
      updateRecord(w.owner, { entity: "invoice", id, changes });
    const { record } = await change({ [field.key]: "A-17", ownerId: null });
    expect(record.values).toMatchObject({ [field.key]: "A-17", ownerId: null });
    expect(record.locked).toEqual(
      expect.arrayContaining(["companyId", "contactId", "dueAt", "note", "buyer"]),
    );
    expect(record.locked).not.toContain("ownerId");
    await expect(change({ note: "More" })).rejects.toMatchObject({ code: "INVOICE_LOCKED", field: "note" });
    const rival = await makeMember(w, "sales");
    await expect(
      updateRecord(rival, { entity: "invoice", id, changes: { [field.key]: "B-1" } }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("for a purpose does not come back beside the one that took its place", async () => {
    const w = await makeWorkspace();
    const deal = await createDeal(w.owner, { title: "Windows", stageId: w.stages.work, amountMinor: 5_000 });
    const make = () => createInvoice(w.owner, { dealId: deal.id, purpose: "prepayment" });
    const first = await make();
    await deleteInvoice(w.owner, { invoiceId: first.id });
    const second = await make();
    await expect(restoreInvoice(w.owner, { invoiceId: first.id })).rejects.toMatchObject({
      code: "INVOICE_REPLACED",
    });
    await deleteInvoice(w.owner, { invoiceId: second.id });
    expect(await restoreInvoice(w.owner, { invoiceId: first.id })).toMatchObject({ purpose: "prepayment" });
  });
});

describe("being overdue", () => {
  it("begins when the due day has passed where the organization is, once", async () => {
    const w = await makeWorkspace();
    const ctx = at(w.owner, "2026-03-01T10:00:00Z");
    const { id: invoiceId } = await issueInvoice(ctx, { invoiceId: await draft(w) });
    const status = async () => (await getInvoice(w.owner, { invoiceId })).status;
    // Fourteen days: until the end of the 15th in Berlin, which is 23:00 UTC.
    await markOverdueInvoices(new Date("2026-03-15T22:59:00Z"));
    expect(await status()).toBe("sent");
    await markOverdueInvoices(new Date("2026-03-15T23:01:00Z"));
    await markOverdueInvoices(new Date("2026-03-15T23:16:00Z"));
    expect(await status()).toBe("overdue");
    expect((await eventsOf(invoiceId)).filter((name) => name === "invoice.overdue")).toHaveLength(1);
    expect(await recordPayment(w.owner, { invoiceId })).toMatchObject({ status: "paid" });
  });
});

describe("the public link", () => {
  it("opens one invoice, until it is revoked, and a new one opens it again", async () => {
    const [w, other] = [await makeWorkspace(), await makeWorkspace("Other")];
    const { id: invoiceId } = await issued(w);
    const link = async () => token((await getInvoice(w.owner, { invoiceId })).link);
    const first = await link();
    expect(await publicInvoice(first)).toMatchObject({ status: "sent" });
    expect(first.length).toBeGreaterThanOrEqual(64);
    await expect(revokeLink(other.owner, { invoiceId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await revokeLink(w.owner, { invoiceId });
    expect(await publicInvoice(first)).toBeNull();
    expect((await getInvoice(w.owner, { invoiceId })).link).toBeNull();
    await makeLink(w.owner, { invoiceId });
    expect(await publicInvoice(first)).toBeNull();
    expect(await publicInvoice(await link())).not.toBeNull();
  });

  it("is not guessed: no bit of it may differ, and a draft has none", async () => {
    const w = await makeWorkspace();
    const { id: invoiceId } = await issued(w);
    const good = Buffer.from(token((await getInvoice(w.owner, { invoiceId })).link), "base64url");
    for (let at = 0; at < good.length; at++) {
      const bad = Buffer.from(good);
      bad[at] = (bad[at] ?? 0) ^ 1;
      expect(await publicInvoice(bad.toString("base64url"))).toBeNull();
    }
    for (const text of ["", "x", "../etc", "é".repeat(64), `${good.toString("base64url")}A`])
      expect(await publicInvoice(text)).toBeNull();
    const draftId = await draft(w);
    await expect(makeLink(w.owner, { invoiceId: draftId })).rejects.toMatchObject({
      code: "INVOICE_NOT_SENT",
    });
  });
});

describe("the list", () => {
  it("shows a seller their own, by status and deal", async () => {
    const w = await makeWorkspace();
    const boris = await makeMember(w, "sales");
    const deal = await dealWithLines(w, boris);
    const mine = await createInvoice(boris, { dealId: deal.id });
    await issued(w);
    const ids = async (ctx: Context, query = {}) =>
      (await listInvoices(ctx, query)).invoices.map((one) => one.id);
    expect(await ids(boris)).toEqual([mine.id]);
    expect(await ids(w.owner)).toHaveLength(2);
    expect(await ids(w.owner, { status: "draft" })).toEqual([mine.id]);
    expect(await ids(w.owner, { dealId: deal.id })).toEqual([mine.id]);
    const filter = { field: "status", operator: "in", value: ["sent"] } as const;
    expect((await listRecords(w.owner, { entity: "invoice", filter })).records).toHaveLength(1);
  });

  it("comes to sums of what the asker may see, void ones left out", async () => {
    const w = await makeWorkspace();
    const seller = await makeMember(w, "sales");
    const sums = async (ctx = w.owner, status?: string) =>
      sumInvoices(ctx, status ? { filter: { field: "status", operator: "in", value: [status] } } : {});
    expect(await sums()).toEqual([]);
    await draft(w);
    const { id: invoiceId } = await issued(w);
    await recordPayment(w.owner, { invoiceId, amountMinor: 2_500 });
    const { id: wrong } = await issued(w);
    await voidInvoice(w.owner, { invoiceId: wrong, reason: "Wrong" });
    await draft(w, { currency: "USD" }, seller);
    expect(await sums()).toEqual([
      { currency: "EUR", totalMinor: 20_000, leftMinor: 7_500 },
      { currency: "USD", totalMinor: 10_000, leftMinor: 0 },
    ]);
    expect(await sums(w.owner, "sent")).toEqual([{ currency: "EUR", totalMinor: 10_000, leftMinor: 7_500 }]);
    expect(await sums(w.owner, "void")).toEqual([{ currency: "EUR", totalMinor: 0, leftMinor: 0 }]);
    expect(await sums(seller)).toEqual([{ currency: "USD", totalMinor: 10_000, leftMinor: 0 }]);
    expect(await sums((await makeWorkspace("Other")).owner)).toEqual([]);
  });
});
