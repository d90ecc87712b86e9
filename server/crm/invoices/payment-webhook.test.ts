import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import { useTestDatabase } from "@/db/testing";
import { addLines } from "@/server/crm/line-items";
import { eventsOf, makeMember, makeWorkspace, type Workspace } from "@/server/testing/fixtures";
import {
  createInvoice,
  getInvoice,
  getInvoiceSettings,
  issueInvoice,
  makeWebhookSecret,
  receivePayment,
} from "./index";

useTestDatabase();

async function payable() {
  const w = await makeWorkspace();
  const { id } = await createInvoice(w.owner, {});
  await addLines(w.owner, { recordId: id, lines: [{ name: "Window", priceMinor: 10_000 }] });
  const invoice = await issueInvoice(w.owner, { invoiceId: id });
  const { secret } = await makeWebhookSecret(w.owner);
  return { w, invoice, secret, token: await tokenOf(w) };
}

async function tokenOf(w: Workspace): Promise<string> {
  return (await getInvoiceSettings(w.owner)).webhookUrl.split("/").at(-1) ?? "";
}

type Data = Record<string, unknown>;

function report(secret: string, data: Data, { id = "evt_1", at = new Date() } = {}) {
  const body = JSON.stringify({ type: "payment.succeeded", data });
  const signature = new Webhook(secret).sign(id, at, body);
  const seconds = String(Math.floor(at.getTime() / 1000));
  const headers = { "webhook-id": id, "webhook-timestamp": seconds, "webhook-signature": signature };
  return { headers: new Headers(headers), body };
}

const whole = (invoice: { number: string | null }) => ({
  invoice: invoice.number,
  amountMinor: 10_000,
  currency: "EUR",
});

describe("a payment report", () => {
  it("pays the invoice, by its number or its id", async () => {
    const { w, invoice, secret, token } = await payable();
    const half = { ...whole(invoice), amountMinor: 5_000 };
    await receivePayment({ token, ...report(secret, half) });
    const other = report(secret, { ...half, invoice: invoice.id }, { id: "evt_2" });
    expect(await receivePayment({ token, ...other })).toEqual({ counted: true });
    expect(await getInvoice(w.owner, { invoiceId: invoice.id })).toMatchObject({
      status: "paid",
      paidMinor: 10_000,
      payments: [{ method: "webhook" }, { method: "webhook" }],
    });
  });

  it("counts once, of a hundred copies at once and a replay", async () => {
    const { w, invoice, secret, token } = await payable();
    const copy = report(secret, whole(invoice));
    const answers = await Promise.all(Array.from({ length: 100 }, () => receivePayment({ token, ...copy })));
    expect(answers.filter((one) => one.counted)).toHaveLength(1);
    expect(await receivePayment({ token, ...copy })).toEqual({ counted: false });
    expect(await getInvoice(w.owner, { invoiceId: invoice.id })).toMatchObject({ paidMinor: 10_000 });
    const names = await eventsOf(invoice.id);
    expect(names.filter((name) => name === "invoice.paid")).toHaveLength(1);
    expect(names.filter((name) => name === "invoice.payment_recorded")).toHaveLength(1);
  });

  it("is refused with a signature that is wrong, old, of another body or of another organization", async () => {
    const { invoice, secret, token } = await payable();
    const theirs = await payable();
    const good = report(secret, whole(invoice));
    const unsigned = { code: "UNAUTHENTICATED" };
    await expect(receivePayment({ token, ...good, headers: new Headers() })).rejects.toMatchObject(unsigned);
    await expect(receivePayment({ token, ...good, body: `${good.body} ` })).rejects.toMatchObject(unsigned);
    const old = report(secret, whole(invoice), { at: new Date(Date.now() - 6 * 60_000) });
    await expect(receivePayment({ token, ...old })).rejects.toMatchObject(unsigned);
    const foreign = report(theirs.secret, whole(invoice));
    await expect(receivePayment({ token, ...foreign })).rejects.toMatchObject(unsigned);
    await expect(receivePayment({ token: theirs.token, ...good })).rejects.toMatchObject(unsigned);
    const elsewhere = report(theirs.secret, { ...whole(invoice), invoice: invoice.id });
    await expect(receivePayment({ token: theirs.token, ...elsewhere })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    for (const wrong of ["", "x", `${token}A`, token.replace(/.$/, (last) => (last === "A" ? "Q" : "A"))])
      await expect(receivePayment({ token: wrong, ...good })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is refused in another currency, for a draft, and when its data is not what it should be", async () => {
    const { w, invoice, secret, token } = await payable();
    const give = (data: Data) => receivePayment({ token, ...report(secret, data) });
    await expect(give({ ...whole(invoice), currency: "USD" })).rejects.toMatchObject({ field: "currency" });
    const { id } = await createInvoice(w.owner, {});
    await expect(give({ ...whole(invoice), invoice: id })).rejects.toMatchObject({
      code: "INVOICE_NOT_PAYABLE",
    });
    await expect(give({ ...whole(invoice), invoice: "nothing" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(give({ ...whole(invoice), amountMinor: 1.5 })).rejects.toThrow();
    await expect(give({ ...whole(invoice), invoice: "a\u0000" })).rejects.toThrow();
  });

  it("is signed with a secret that only those who edit the organization make; a new one ends the old", async () => {
    const { w, invoice, secret, token } = await payable();
    const seller = await makeMember(w, "sales");
    await expect(makeWebhookSecret(seller)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { secret: second } = await makeWebhookSecret(w.owner);
    const old = report(secret, whole(invoice));
    await expect(receivePayment({ token, ...old })).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    expect(await receivePayment({ token, ...report(second, whole(invoice)) })).toEqual({ counted: true });
  });
});
