import { expect } from "@playwright/test";
import { stageOf, tell } from "./support/api";
import { axe } from "./support/axe";
import { card, column, openCard } from "./support/board";
import { test } from "./support/test";
import { some } from "./support/words";
import { foundWorkspace } from "./support/workspace";

test("a client is found from anywhere, by a name in the other alphabet too", { tag: "@ru" }, async ({
  page,
  say,
}) => {
  const { slug } = await foundWorkspace(page);
  const { id: contactId } = await tell<{ id: string }>(page, slug, "contacts.create", {
    name: "Алексей Щербаков",
    points: [
      { kind: "phone", value: "+49 30 901820" },
      { kind: "email", value: "alex@example.com" },
      { kind: "tax_id", value: "7707083893" },
    ],
  });
  await tell(page, slug, "products.create", { name: "Alex window", priceMinor: 100, currency: "EUR" });
  await page.goto(`/${slug}/settings/members`);
  const palette = page.getByRole("dialog", { name: say("shell.commands.title") });
  const type = (text: string) => palette.getByRole("combobox").fill(text);
  await page.keyboard.press("ControlOrMeta+k");
  for (const text of ["aleksey shcherbakov", "030 901820", "alex@example", "7707 083893"]) {
    await type(text);
    await expect(palette.getByRole("option", { name: /Алексей Щербаков/ })).toBeVisible();
  }
  await type("alex");
  await expect(palette.getByRole("option", { name: /Alex window/ })).toBeVisible();
  await expect(palette.getByText(say("record.related.contact"), { exact: true }).last()).toBeVisible();
  expect((await axe(page).analyze()).violations).toEqual([]);
  await type("nobody of the kind");
  await expect(palette.getByText(say("shell.commands.empty", { text: "nobody of the kind" }))).toBeVisible();
  await type("shcherb");
  await expect(palette.getByRole("option", { name: /Алексей Щербаков/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/contacts/${contactId}$`));
});

test("from a deal one comes to its client, and from the client to the company and back", {
  tag: "@en",
}, async ({ page, say }) => {
  const related = (kind: "invoice" | "lead" | "contact" | "deal") =>
    page.getByRole("region", { name: say(`record.related.${kind}`) });
  const { slug } = await foundWorkspace(page);
  const { id: stageId } = await stageOf(page, slug, say.declared("New enquiry"));
  const make = (path: string, input: object) => tell<{ id: string }>(page, slug, path, input);
  const company = await make("companies.create", { name: "Stone Ltd" });
  const olga = await make("contacts.create", {
    ...{ name: "Olga Stone", phone: "+49 30 901820", email: "olga@example.com", companyId: company.id },
  });
  await make("contacts.create", { name: "Petra" });
  const deal = await make("deals.create", { title: "Windows", stageId, contactId: olga.id });
  await make("invoices.create", { contactId: olga.id });

  await page.goto(`/${slug}/deals/${deal.id}`);
  await expect(page.getByRole("link", { name: "olga@example.com" })).toHaveAttribute(
    "href",
    "mailto:olga@example.com",
  );
  await page.getByRole("link", { name: "Olga Stone" }).click();
  await expect(page).toHaveURL(new RegExp(`/contacts/${olga.id}$`));
  await expect(related("invoice").getByRole("link")).toHaveCount(1);
  await expect(related("lead")).toHaveCount(0);
  await page.getByRole("link", { name: "Stone Ltd" }).click();
  await expect(page).toHaveURL(new RegExp(`/companies/${company.id}$`));
  await related("contact").getByRole("link", { name: "Olga Stone" }).click();
  await related("deal").getByRole("link", { name: "Windows" }).click();
  await expect(page).toHaveURL(new RegExp(`/deals/${deal.id}$`));

  const contact = say.declared("Contact", { where: "deals/fields" });
  const chosen = (value: string) =>
    page.getByRole("button", { name: say("record.edit", { field: contact, value }) });
  await chosen("Olga Stone").press("Enter");
  await page.getByRole("option", { name: "Petra" }).click();
  await expect(page.getByRole("link", { name: "Petra", exact: true })).toBeVisible();
  await expect(chosen("Petra")).toBeFocused();

  await page.goto(`/${slug}/contacts`);
  const row = page.locator("[data-record]").filter({ hasText: "Olga Stone" });
  await expect(row.getByRole("link", { name: "+49 30 901820" })).toHaveAttribute("href", "tel:+4930901820");
  const field = say.declared("Company", { where: "contacts/fields" });
  await row
    .getByRole("button", { name: say("records.cell.editOf", { field, name: "Olga Stone" }) })
    .press("Enter");
  await expect(page.getByRole("option", { name: "Stone Ltd" })).toBeVisible();
  await page.keyboard.press("Escape");
  await row.getByRole("link", { name: "Stone Ltd" }).click();
  await expect(page).toHaveURL(new RegExp(`/companies/${company.id}$`));
});

test("a board is filtered as its list is; many are moved by the rules of stages", { tag: "@en" }, async ({
  page,
  say,
}) => {
  const field = (english: string) => say.declared(english, { where: "deals/fields" });
  const [amount, needs, proposal] = [
    field("Amount"),
    say.declared("Needs analysis"),
    say.declared("Proposal"),
  ];
  const { slug } = await foundWorkspace(page);
  const { id: stageId } = await stageOf(page, slug, say.declared("New enquiry"));
  for (const [title, amountMinor] of [
    ["Small", 10_000],
    ["Large", 900_000],
    ["Unpriced", 0],
  ] as const) {
    await tell(page, slug, "deals.create", { title, amountMinor, stageId });
  }
  await page.goto(`/${slug}/deals?filter=[~amountMinor~,~gt~,50000]`);
  await expect(card(page, "Large")).toBeVisible();
  await expect(card(page, "Small")).toHaveCount(0);
  await expect(column(page, say.declared("New enquiry")).locator("header")).toContainText(
    say("board.head.count", { count: 1 }),
  );
  expect((await axe(page).withTags(["wcag2a", "wcag2aa"]).analyze()).violations).toEqual([]);

  await test.step("a view remembers the board", async () => {
    await page.getByRole("button", { name: say("records.views.saveAs") }).click();
    await page.getByRole("dialog").getByLabel(say("records.views.name")).fill("Large ones");
    await page
      .getByRole("dialog")
      .getByRole("button", { name: say("records.views.save") })
      .click();
    await expect(page).not.toHaveURL(/filter=/);
    await page.getByRole("radio", { name: say("board.view.list") }).click();
    await expect(page.locator("[data-record]")).toHaveCount(1);
    await page.getByRole("button", { name: "Large ones", exact: true }).click();
    await expect(card(page, "Large")).toBeVisible();
  });

  await test.step("a card that does not fit any more leaves", async () => {
    const sheet = await openCard(page, "Large");
    await sheet
      .getByRole("button", { name: say.like("record.edit", { field: amount, value: some }) })
      .click();
    await sheet.getByRole("textbox", { name: amount }).fill("10");
    await page.keyboard.press("Enter");
    const value = say.language === "en" ? "€10" : "10 €";
    const changed = say("record.edit", { field: amount, value });
    await expect(sheet.getByRole("button", { name: changed })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(card(page, "Large")).toHaveCount(0);
  });

  await page.goto(`/${slug}/deals?view=list&saved=none`);
  await expect(page.locator("[data-record]")).toHaveCount(3);
  await test.step("a row goes to another stage in its cell", async () => {
    const row = page.locator("[data-record]").filter({ hasText: "Small" });
    const change = say("records.cell.editOf", { field: field("Stage"), name: "Small" });
    await row.getByRole("button", { name: change }).click();
    await page.getByRole("option", { name: needs }).click();
    await expect(row).toContainText(needs);
  });

  const { id: strict } = await stageOf(page, slug, proposal);
  await tell(page, slug, "pipelines.updateStage", {
    stageId: strict,
    changes: { requiredFields: ["amountMinor"] },
  });
  await page.reload();
  await page.getByRole("checkbox", { name: say("records.table.selectAll") }).click();
  await page.getByRole("button", { name: say("records.bulk.action.move") }).click();
  await page.getByRole("dialog").getByLabel(say("records.bulk.stage")).click();
  await page.getByRole("option", { name: proposal }).click();
  await page.getByRole("button", { name: say("records.bulk.move", { count: 3 }) }).click();
  await expect(page.getByText(say("records.bulk.moved", { count: 2 }))).toBeVisible();
  await page.getByRole("button", { name: say("records.bulk.why") }).click();
  const why = page.getByRole("dialog", { name: say("records.bulk.refusedTitle") });
  const reason = say.like("errors.REQUIRED_FIELDS", { stage: proposal }).source;
  await expect(why.getByRole("listitem")).toHaveText(new RegExp(`Unpriced.*${reason}.*${amount}`));
});
