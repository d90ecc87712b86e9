import { expect, type Page } from "@playwright/test";
import { ask, stageOf, tell } from "./support/api";
import { test } from "./support/test";
import type { Say } from "./support/words";
import { foundWorkspace } from "./support/workspace";

const year = new Date().getFullYear();
const first = `${year}-0001`;

test("an issued invoice is voided with a reason, and nothing more is asked for on it", {
  tag: "@en",
}, async ({ page, say }) => {
  const { slug } = await foundWorkspace(page);
  const id = await issueInvoice(page, slug, say);
  await page.goto(`/${slug}/invoices/${id}`);
  const pay = page.getByRole("button", { name: say("invoices.actions.pay") });
  const paid = page.getByText(say.like("invoices.payments.left", { left: "" }));
  await expect(pay).toBeVisible();
  await expect(paid).toBeVisible();
  await page.getByRole("button", { name: say("invoices.actions.more") }).click();
  await page.getByRole("menuitem", { name: say("invoices.actions.void") }).click();
  const dialog = page.getByRole("alertdialog", { name: say("invoices.void.title", { number: first }) });
  const confirm = dialog.getByRole("button", { name: say("invoices.void.confirm") });
  await confirm.click();
  const reason = dialog.getByLabel(say("invoices.void.reason"));
  await expect(reason).toHaveAccessibleDescription(say("errors.field.required"));
  await reason.fill("Wrong buyer");
  await confirm.click();

  await expect(page.getByText(say("invoices.void.because", { reason: "Wrong buyer" }))).toBeVisible();
  await expect(page.getByText(say("invoices.statuses.void"), { exact: true }).first()).toBeVisible();
  await expect(pay).toHaveCount(0);
  await expect(paid).toHaveCount(0);
  for (const name of [say("invoices.actions.send"), say.like("invoices.fields.edit")])
    await expect(page.getByRole("main").getByRole("button", { name })).toHaveCount(0);
  await expect(page.getByRole("combobox", { name: say("products.lines.add") })).toHaveCount(0);
  await page.getByRole("button", { name: say("invoices.actions.more") }).click();
  await expect(page.getByRole("menuitem", { name: say("invoices.actions.duplicate") })).toBeVisible();
  for (const name of [say("invoices.actions.void"), say("invoices.actions.send")])
    await expect(page.getByRole("menuitem", { name })).toHaveCount(0);
});

test("whoever has a void invoice's link is asked not to pay, and the list tells it from the others", {
  tag: "@ru",
}, async ({ page, say }) => {
  const { slug } = await foundWorkspace(page);
  await saveSettings(page, slug, { seller: { name: "Oak Ltd", bank: "IBAN DE02 1203" } });
  const invoiceId = await issueInvoice(page, slug, say);
  await issueInvoice(page, slug, say);
  const { link } = await ask<{ link: string }>(page, slug, "invoices.get", { invoiceId });
  const toPay = page.getByText(say("invoices.public.toPay"), { exact: true });
  await page.goto(new URL(link).pathname);
  await expect(toPay).toBeVisible();
  await expect(page.getByText("IBAN DE02 1203")).toBeVisible();
  await tell(page, slug, "invoices.void", { invoiceId, reason: "Wrong buyer" });
  await page.reload();
  await expect(page.getByText(say("invoices.public.void"))).toBeVisible();
  await expect(toPay).toHaveCount(0);
  await expect(page.getByText("IBAN DE02 1203")).toHaveCount(0);
  await expect(page.getByText("Wrong buyer")).toHaveCount(0);

  await page.goto(`/${slug}/invoices`);
  const rows = page.locator("[data-record]");
  await expect(rows).toHaveCount(2);
  await expect(rows.filter({ hasText: first })).toContainText(say("invoices.statuses.void"));
  await page.getByRole("radio", { name: say("invoices.statuses.void") }).click();
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(first);
});

test("a pattern without a number is refused where it stands, and the next invoice bears the mended one", {
  tag: "@en",
}, async ({ page, say }) => {
  const { slug } = await foundWorkspace(page);
  const [pattern, next, note] = await settingsOf(page, slug, say);
  await pattern.fill("INV-{YYYY}");
  await next.fill("42");
  await note.fill("Thank you");
  await save(page, say);
  await expect(pattern).toHaveAccessibleDescription(new RegExp(`^${say("errors.field.invalid")}`));
  await expect(pattern).toHaveValue("INV-{YYYY}");
  await expect(next).toHaveValue("42");
  await expect(note).toHaveValue("Thank you");
  await pattern.fill("INV-{NNNN}");
  await expect(pattern).toHaveAccessibleDescription(/INV-0042/);
  await save(page, say);
  await expect(page.getByText(say("invoices.settings.saved"), { exact: true })).toBeVisible();
  await expect(pattern).not.toHaveAttribute("aria-invalid");

  const { id } = await draftInvoice(page, slug, say);
  await page.goto(`/${slug}/invoices/${id}`);
  await page.getByRole("button", { name: say("invoices.actions.issue"), exact: true }).click();
  const heading = say("invoices.public.title", { number: "INV-0042" });
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
  await page.goto(`/${slug}/settings/invoices`);
  await expect(next).toHaveValue("43");
});

test("a number given already is refused, and the settings say the true next one of another series", {
  tag: "@ru",
}, async ({ page, say }) => {
  const { slug } = await foundWorkspace(page);
  await saveSettings(page, slug, { nextNumber: 7 });
  await issueInvoice(page, slug, say);
  const [pattern, next, note] = await settingsOf(page, slug, say);
  await expect(next).toHaveValue("8");
  await next.fill("7");
  await note.fill("Thank you");
  await save(page, say);
  await expect(next).toHaveAccessibleDescription(say("errors.field.INVOICE_NUMBER_GIVEN", { last: 7 }));
  await expect(note).toHaveValue("Thank you");
  await next.fill("9");
  await save(page, say);
  await expect(next).not.toHaveAttribute("aria-invalid");
  await expect(pattern).toHaveAccessibleDescription(new RegExp(`${year}-0009`));

  await pattern.fill("A{N}");
  await save(page, say);
  await expect(next).toHaveValue("1");
  await expect(pattern).toHaveAccessibleDescription(/A1(?!\d)/);
  const id = await issueInvoice(page, slug, say);
  expect(await ask(page, slug, "invoices.get", { invoiceId: id })).toMatchObject({
    number: "A1",
    note: "Thank you",
  });
});

/** The form of numbers: its pattern, the next number, the note. */
async function settingsOf(page: Page, slug: string, say: Say) {
  await page.goto(`/${slug}/settings/invoices`);
  const field = (key: "pattern" | "next" | "note") =>
    page.getByRole("textbox", { name: say(`invoices.settings.${key}`), exact: true });
  return [field("pattern"), field("next"), field("note")] as const;
}

function save(page: Page, say: Say): Promise<void> {
  return page.getByRole("button", { name: say("invoices.settings.save"), exact: true }).click();
}

function saveSettings(page: Page, slug: string, changes: object): Promise<unknown> {
  const usual = { seller: { name: "Oak Ltd" }, numberPattern: "{YYYY}-{NNNN}", dueDays: 14, note: null };
  return tell(page, slug, "invoices.saveSettings", { ...usual, ...changes });
}

/** A draft of something to pay, out of a deal. */
async function draftInvoice(page: Page, slug: string, say: Say): Promise<{ id: string }> {
  const { id: stageId } = await stageOf(page, slug, say.declared("New enquiry"));
  const deal = { title: "Windows", stageId, amountMinor: 250_00 };
  const { id: dealId } = await tell<{ id: string }>(page, slug, "deals.create", deal);
  return tell(page, slug, "invoices.create", { dealId });
}

/** The same with its number. @returns its id */
async function issueInvoice(page: Page, slug: string, say: Say): Promise<string> {
  const { id } = await draftInvoice(page, slug, say);
  await tell(page, slug, "invoices.issue", { invoiceId: id });
  return id;
}
