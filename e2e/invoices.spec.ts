import { randomBytes } from "node:crypto";
import { expect } from "@playwright/test";
import { Webhook } from "standardwebhooks";
import { dealOf, stageOf, tell } from "./support/api";
import { axe } from "./support/axe";
import { freshPage } from "./support/people";
import { test } from "./support/test";
import { some } from "./support/words";
import { foundWorkspace } from "./support/workspace";

test("a deal's products become an invoice, which a payment system marks paid before one's eyes", {
  tag: "@ru",
}, async ({ page, browser, say }) => {
  const amount = say.declared("Amount", { where: "deals/fields" });
  const cell = (field: "quantity" | "price", name: string) =>
    page.getByRole("textbox", {
      name: say("products.lines.of", { field: say(`products.lines.${field}`), name }),
    });
  const { slug } = await foundWorkspace(page);
  const { id: stageId } = await stageOf(page, slug, say.declared("New enquiry"));
  await tell(page, slug, "products.create", { name: "Window", priceMinor: 10_000, taxRate: 2_000 });
  await tell(page, slug, "deals.create", { title: "Windows", stageId });
  const { id } = await dealOf(page, slug, "Windows");
  await page.goto(`/${slug}/deals/${id}`);
  await page.getByRole("tab", { name: say("record.tabs.products") }).click();

  const adder = page.getByRole("combobox", { name: say("products.lines.add") });
  await adder.click();
  await page.keyboard.type("wind");
  await page
    .getByRole("option", { name: /Window/ })
    .first()
    .click();
  const quantity = cell("quantity", "Window");
  await quantity.fill("2");
  await quantity.press("Enter");
  await adder.click();
  await page.keyboard.type("Fitting");
  await page
    .getByRole("option", { name: /Fitting/ })
    .last()
    .click();
  const sum = /250[.,]50/;
  const price = cell("price", "Fitting");
  await price.fill("50,5");
  await price.press("Enter");
  await expect(page.getByText(sum).first()).toBeVisible();
  await expect(page.getByRole("button", { name: new RegExp(`^${amount}: .*${sum.source}`) })).toBeVisible();

  await page.getByRole("tab", { name: say("record.tabs.invoices") }).click();
  await page.getByRole("button", { name: say("invoices.onDeal.create") }).click();
  await expect(page.getByRole("heading", { level: 1, name: say("invoices.draft") })).toBeVisible();
  await page.getByRole("button", { name: say("invoices.actions.issue"), exact: true }).click();
  const number = `${new Date().getFullYear()}-0001`;
  await expect(
    page.getByRole("heading", { level: 1, name: say("invoices.public.title", { number }) }),
  ).toBeVisible();

  const invoiceId = page.url().split("/").at(-1) ?? "";
  const pdf = await page.request.get(`/api/invoices/${slug}/${invoiceId}/pdf`);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
  await page.getByRole("button", { name: say("invoices.actions.more") }).click();
  const link = await page
    .getByRole("menuitem", { name: say("invoices.actions.openPublic") })
    .getAttribute("href");
  await page.keyboard.press("Escape");
  const stranger = await freshPage(browser, page);
  await stranger.goto(new URL(link ?? "").pathname);
  await expect(
    stranger.getByRole("heading", { name: say("invoices.public.title", { number }) }),
  ).toBeVisible();
  const { violations } = await axe(stranger).analyze();
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);

  const { secret } = await tell<{ secret: string }>(page, slug, "invoices.makeWebhookSecret", undefined);
  await page.goto(`/${slug}/settings/invoices`);
  const url = await page.getByLabel(say("invoices.settings.url"), { exact: true }).last().inputValue();
  await page.goto(`/${slug}/invoices/${invoiceId}`);
  await expect(page.getByText(say.like("invoices.payments.left", { left: some }))).toBeVisible();
  const report = { invoice: number, amountMinor: 25_050, currency: "EUR" };
  const body = JSON.stringify({ type: "payment.succeeded", data: report });
  const [eventId, at] = [randomBytes(8).toString("hex"), new Date()];
  const signed = {
    "content-type": "application/json",
    "webhook-id": eventId,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": new Webhook(secret).sign(eventId, at, body),
  };
  const path = new URL(url).pathname;
  const post = (headers: Record<string, string>) => stranger.request.post(path, { headers, data: body });
  expect((await post({ ...signed, "webhook-signature": "v1,bm90IGl0" })).status()).toBe(401);
  expect(await (await post(signed)).json()).toEqual({ counted: true });
  expect(await (await post(signed)).json()).toEqual({ counted: false });

  await expect(page.getByText(say("invoices.payments.paidInFull"))).toBeVisible();
  await stranger.reload();
  await expect(stranger.getByText(say.like("invoices.public.paidOn", { day: some }))).toBeVisible();
  await tell(page, slug, "invoices.revokeLink", { invoiceId });
  await stranger.reload();
  await expect(stranger.getByRole("heading", { name: say("invoices.public.title", { number }) })).toHaveCount(
    0,
  );
});

test("a robot made on a status acts when an invoice is paid, and the invoice and its deal tell so", {
  tag: "@en",
}, async ({ page, say }) => {
  const [plan, actions] = [say.declared("Plan an activity"), { where: "actions/" }];
  const { slug } = await foundWorkspace(page);
  const { id: stageId } = await stageOf(page, slug, say.declared("New enquiry"));
  await tell(page, slug, "deals.create", { title: "Windows", stageId, amountMinor: 250_00 });
  const { id: dealId } = await dealOf(page, slug, "Windows");
  const { id } = await tell<{ id: string }>(page, slug, "invoices.create", { dealId });
  await tell(page, slug, "invoices.issue", { invoiceId: id });

  await page.goto(`/${slug}/invoices`);
  await page.getByRole("button", { name: say("invoices.robots.open") }).click();
  await page.getByRole("menuitem", { name: say("invoices.statuses.paid") }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("button", { name: say("robots.editor.add") }).click();
  await expect(sheet.getByRole("button", { name: say.declared("Move to a stage"), exact: true })).toHaveCount(
    0,
  );
  await sheet.getByRole("button", { name: plan }).click();
  await sheet.getByRole("combobox", { name: say.declared("Kind", actions) }).click();
  await page.getByRole("option", { name: say.declared("To-do", actions) }).click();
  await sheet
    .getByLabel(say.declared("Title", actions))
    .fill("Ship {{ deal.title }} of {{ invoice.number }}");
  await sheet.getByRole("button", { name: say("robots.editor.add") }).click();
  await expect(
    sheet.getByRole("button", { name: say("robots.list.open", { name: plan }), exact: true }),
  ).toBeVisible();
  const moveDeal = say.declared("Move the deal to a stage", actions);
  await sheet.getByRole("button", { name: say("robots.editor.add") }).click();
  await sheet.getByRole("button", { name: moveDeal }).click();
  await sheet.getByRole("combobox", { name: say.declared("Stage", { where: "automation/params" }) }).click();
  await page.getByRole("option", { name: say.declared("Needs analysis") }).click();
  await expect(sheet.getByText(say("robots.warning.noDeal"))).toBeVisible();
  await sheet.getByRole("button", { name: say("robots.warning.cure") }).click();
  await sheet.getByRole("button", { name: say("robots.editor.add") }).click();
  await expect(
    sheet.getByRole("button", { name: say("robots.list.open", { name: moveDeal }), exact: true }),
  ).toBeVisible();

  await page.goto(`/${slug}/invoices/${id}`);
  await page.getByRole("button", { name: say("invoices.actions.pay") }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: say("invoices.payments.record") })
    .click();
  await expect(page.getByText(say("invoices.payments.paidInFull"))).toBeVisible();
  await page.getByRole("tab", { name: say("invoices.robots.open") }).click();
  await expect(
    page.getByRole("region", { name: say("invoices.statuses.paid") }).getByText(/Ship Windows of/),
  ).toBeVisible();
  await page.getByRole("tab", { name: say("record.tabs.timeline") }).click();
  await expect(
    page.getByText(say.like("deal.timeline.planned", { title: `Ship Windows of ${some}` })),
  ).toBeVisible();
  const { violations } = await axe(page).exclude("iframe").analyze();
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(grave.map(({ id: rule, nodes }) => `${rule} ${nodes[0]?.html}`)).toEqual([]);

  await page.goto(`/${slug}/deals/${dealId}`);
  await expect(page.getByText(say.like("invoices.timeline.paid", { number: some }))).toBeVisible();
  const [from, to] = [say.declared("New enquiry"), say.declared("Needs analysis")];
  await expect(page.getByText(say("deal.timeline.moved", { from, to }))).toBeVisible();
});

test("a line's discount and tax are counted, and the deal's amount follows", { tag: "@ru" }, async ({
  page,
  say,
}) => {
  const { slug } = await foundWorkspace(page);
  const { id: stageId } = await stageOf(page, slug, say.declared("New enquiry"));
  await tell(page, slug, "deals.create", { title: "Windows", stageId });
  const { id: dealId } = await dealOf(page, slug, "Windows");
  await page.goto(`/${slug}/deals/${dealId}`);
  await page.getByRole("tab", { name: say("record.tabs.products") }).click();
  await page.getByRole("combobox", { name: say("products.lines.add") }).click();
  await page.keyboard.type("Fitting");
  await page
    .getByRole("option", { name: /Fitting/ })
    .last()
    .click();
  const name = "Fitting";
  const cell = (field: "price" | "discount" | "tax") =>
    page.getByLabel(say("products.lines.of", { field: say(`products.lines.${field}`), name }), {
      exact: true,
    });
  await cell("price").fill("200");
  await cell("price").press("Enter");
  await cell("discount").fill("10");
  await cell("discount").press("Enter");
  await cell("tax").selectOption("2000on");
  const amount = say.declared("Amount", { where: "deals/fields" });
  await expect(page.getByRole("button", { name: new RegExp(`^${amount}: .*216`) })).toBeVisible();
});

test("a product and an invoice hold the organization's own fields, and a product comes back from the trash", {
  tag: "@en",
}, async ({ page, say }) => {
  const { slug } = await foundWorkspace(page);
  const [, waybill] = await Promise.all([
    tell(page, slug, "products.saveCategory", { name: "Windows" }),
    tell<{ key: string }>(page, slug, "fields.create", {
      ...{ entity: "invoice", type: "text", label: "Waybill", filterable: true },
    }),
  ]);
  await page.goto(`/${slug}/settings/fields?of=product`);
  await page.getByRole("button", { name: say("fields.add") }).click();
  await page.getByRole("dialog").getByLabel(say("fields.name")).fill("Warranty");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: say("fields.create") })
    .click();
  await expect(page.getByText("Warranty").first()).toBeVisible();

  await page.goto(`/${slug}/products?product=new`);
  const form = page.getByRole("dialog");
  await form.getByLabel(say("products.form.name")).fill("Oak window");
  await form.getByLabel(say("products.form.price"), { exact: true }).fill("100");
  await form.getByLabel(say("products.form.category")).selectOption("Windows");
  await form.getByLabel("Warranty").fill("2 years");
  await form.getByRole("button", { name: say("products.form.add") }).click();
  await expect(form).toHaveCount(0);
  await page.getByRole("button", { name: "Windows", exact: true }).click();
  await page.getByRole("link", { name: "Oak window" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toContainText("Oak window");
  await page.getByRole("button", { name: /^Warranty: 2 years/ }).click();
  await page.getByRole("textbox", { name: "Warranty" }).fill("5 years");
  await page.keyboard.press("Enter");
  await page.getByLabel(say("products.form.tax"), { exact: true }).selectOption("2000in");
  await page.getByRole("tab", { name: say("record.tabs.history") }).click();
  const history = page.getByRole("list", { name: say("record.history.label") });
  await expect(history).toContainText(/20\s?%/);
  await expect(history).toContainText("5 years");
  const productId = page.url().split("/").at(-1) ?? "";
  const { id } = await tell<{ id: string }>(page, slug, "invoices.create", {});
  await tell(page, slug, "lineItems.add", { recordId: id, lines: [{ productId }] });
  await tell(page, slug, "invoices.issue", { invoiceId: id });

  await page.getByRole("button", { name: say("record.menu.label"), exact: true }).click();
  await page.getByRole("menuitem", { name: say("record.menu.delete") }).click();
  await expect(page).toHaveURL(/\/products$/);
  await page.goto(`/${slug}/settings/trash?of=product`);
  await page.getByRole("button", { name: say("records.trash.restoreOf", { name: "Oak window" }) }).click();
  await expect(page.getByText("Oak window")).toHaveCount(0);
  await page.goto(`/${slug}/products/${productId}`);
  const uses = page.getByRole("region", { name: say("products.uses.title") });
  await uses.getByRole("link", { name: /-0001/ }).click();

  const number = `${new Date().getFullYear()}-0001`;
  await expect(
    page.getByRole("heading", { level: 1, name: say("invoices.public.title", { number }), exact: true }),
  ).toBeVisible();
  const about = page.getByRole("region", { name: say("record.about", { entity: "invoice" }) });
  await expect(about.getByLabel(say.declared("Company", { where: "invoices/fields" }))).toHaveCount(0);
  await page.getByRole("button", { name: /^Waybill: / }).click();
  await page.getByRole("textbox", { name: "Waybill" }).fill("TN-7");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /^Waybill: TN-7/ })).toBeVisible();
  await expect(page.getByRole("tab", { name: say("record.tabs.files") })).toBeVisible();

  const filter = encodeURIComponent(`[~${waybill.key}~,~eq~,~TN-7~]`);
  await page.goto(`/${slug}/invoices?status=sent&filter=${filter}`);
  await expect(page.locator("[data-record]")).toHaveCount(1);
  const { violations } = await axe(page).analyze();
  expect(violations.map((one) => `${one.id} ${one.nodes[0]?.html}`)).toEqual([]);
});

test("products and invoices are lists with words of their own", { tag: "@ru" }, async ({ page, say }) => {
  const draft = say("invoices.statuses.draft");
  const { slug } = await foundWorkspace(page);
  const { id } = await tell<{ id: string }>(page, slug, "products.create", { name: "Окно", unit: "set" });
  await tell(page, slug, "invoices.create", {});
  await page.goto(`/${slug}/products`);
  const row = page.locator("[data-record]");
  await expect(row.getByText(say("products.units.set"), { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Окно" }).click();
  await expect(page.getByRole("region", { name: say("products.form.taxAndPrices") })).toBeVisible();
  await expect(page.getByRole("region", { name: say("record.about", { entity: "product" }) })).toContainText(
    say.declared("On sale", { where: "products/fields" }),
  );
  await expect(page).toHaveURL(new RegExp(id));
  await page.goto(`/${slug}/invoices?group=status`);
  const group = `${draft} ${say("records.groups.count", { count: 1 })}`;
  await page.getByRole("button", { name: group }).first().click();
  await expect(page.getByText(draft).first()).toBeVisible();
});
