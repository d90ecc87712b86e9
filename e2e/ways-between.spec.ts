import { expect, test } from "@playwright/test";
import { stageOf, tell } from "./support/api";
import { axe } from "./support/axe";
import { card, column, openCard } from "./support/board";
import { foundWorkspace } from "./support/workspace";

const languages = [
  { language: "en", title: "Search and commands", groups: ["Contacts", "Deals"], nobody: "Nothing for" },
  { language: "ru", title: "Поиск и команды", groups: ["Контакты", "Сделки"], nobody: "ничего нет" },
] as const;

for (const { language, title, groups, nobody } of languages) {
  test(`a client is found from anywhere, in ${language}`, async ({ page }) => {
    const { slug } = await foundWorkspace(page, { language });
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
    const palette = page.getByRole("dialog", { name: title });
    const type = (text: string) => palette.getByRole("combobox").fill(text);
    await page.keyboard.press("ControlOrMeta+k");
    for (const text of ["aleksey shcherbakov", "030 901820", "alex@example", "7707 083893"]) {
      await type(text);
      await expect(palette.getByRole("option", { name: /Алексей Щербаков/ })).toBeVisible();
    }
    await type("alex");
    await expect(palette.getByRole("option", { name: /Alex window/ })).toBeVisible();
    await expect(palette.getByText(groups[0], { exact: true }).last()).toBeVisible();
    expect((await axe(page).analyze()).violations).toEqual([]);
    await type("nobody of the kind");
    await expect(palette.getByText(nobody)).toBeVisible();
    await type("shcherb");
    await expect(palette.getByRole("option", { name: /Алексей Щербаков/ })).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`/contacts/${contactId}$`));
  });
}

test("from a deal one comes to its client, and from the client to the company and back", async ({ page }) => {
  const { slug } = await foundWorkspace(page);
  const { id: stageId } = await stageOf(page, slug, "New enquiry");
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
  await expect(page.getByRole("region", { name: "Invoices" }).getByRole("link")).toHaveCount(1);
  await expect(page.getByRole("region", { name: "Leads" })).toHaveCount(0);
  await page.getByRole("link", { name: "Stone Ltd" }).click();
  await expect(page).toHaveURL(new RegExp(`/companies/${company.id}$`));
  await page.getByRole("region", { name: "Contacts" }).getByRole("link", { name: "Olga Stone" }).click();
  await page.getByRole("region", { name: "Deals" }).getByRole("link", { name: "Windows" }).click();
  await expect(page).toHaveURL(new RegExp(`/deals/${deal.id}$`));

  await page.getByRole("button", { name: "Contact: Olga Stone. Edit" }).press("Enter");
  await page.getByRole("option", { name: "Petra" }).click();
  await expect(page.getByRole("link", { name: "Petra", exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Contact: Petra. Edit" })).toBeFocused();

  await page.goto(`/${slug}/contacts`);
  const row = page.locator("[data-record]").filter({ hasText: "Olga Stone" });
  await expect(row.getByRole("link", { name: "+49 30 901820" })).toHaveAttribute("href", "tel:+4930901820");
  await row.getByRole("button", { name: "Change Company" }).press("Enter");
  await expect(page.getByRole("option", { name: "Stone Ltd" })).toBeVisible();
  await page.keyboard.press("Escape");
  await row.getByRole("link", { name: "Stone Ltd" }).click();
  await expect(page).toHaveURL(new RegExp(`/companies/${company.id}$`));
});

test("a board is filtered as its list is; many are moved by the rules of stages", async ({ page }) => {
  const { slug } = await foundWorkspace(page);
  const { id: stageId } = await stageOf(page, slug, "New enquiry");
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
  await expect(column(page, "New enquiry").locator("header")).toContainText("1 deal");
  expect((await axe(page).withTags(["wcag2a", "wcag2aa"]).analyze()).violations).toEqual([]);

  await test.step("a view remembers the board", async () => {
    await page.getByRole("button", { name: "Save as a new view" }).click();
    await page.getByRole("dialog").getByLabel("Name").fill("Large ones");
    await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    await expect(page).not.toHaveURL(/filter=/);
    await page.getByRole("radio", { name: "List" }).click();
    await expect(page.locator("[data-record]")).toHaveCount(1);
    await page.getByRole("button", { name: "Large ones", exact: true }).click();
    await expect(card(page, "Large")).toBeVisible();
  });

  await test.step("a card that does not fit any more leaves", async () => {
    const sheet = await openCard(page, "Large");
    await sheet.getByRole("button", { name: /^Amount: .* Edit$/ }).click();
    await sheet.getByRole("textbox", { name: "Amount" }).fill("10");
    await page.keyboard.press("Enter");
    await expect(sheet.getByRole("button", { name: /^Amount: .*€10/ })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(card(page, "Large")).toHaveCount(0);
  });

  await page.goto(`/${slug}/deals?view=list&saved=none`);
  await expect(page.locator("[data-record]")).toHaveCount(3);
  await test.step("a row goes to another stage in its cell", async () => {
    const row = page.locator("[data-record]").filter({ hasText: "Small" });
    await row.getByRole("button", { name: "Change Stage" }).click();
    await page.getByRole("option", { name: "Needs analysis" }).click();
    await expect(row).toContainText("Needs analysis");
  });

  const { id: proposal } = await stageOf(page, slug, "Proposal");
  await tell(page, slug, "pipelines.updateStage", {
    stageId: proposal,
    changes: { requiredFields: ["amountMinor"] },
  });
  await page.reload();
  await page.getByRole("checkbox", { name: "Select all shown" }).click();
  await page.getByRole("button", { name: "Move to stage" }).click();
  await page.getByRole("dialog").getByLabel("Stage").click();
  await page.getByRole("option", { name: "Proposal" }).click();
  await page.getByRole("button", { name: "Move 3 records" }).click();
  await expect(page.getByText("2 records moved")).toBeVisible();
  await page.getByRole("button", { name: "Why" }).click();
  const why = page.getByRole("dialog", { name: "Left as they were" });
  await expect(why.getByRole("listitem")).toHaveText(/Unpriced.*the stage “Proposal” requires.*Amount/);
});
