import { expect, test } from "@playwright/test";
import { dealOf, stageOf, tell } from "./support/api";
import { card, column } from "./support/board";
import { settleIn } from "./support/workspace";

test("a board narrowed by words says so in the address, and can be widened again", async ({ page }) => {
  const { slug } = await settleIn(page, "Anna", "empty");
  const { id: stageId } = await stageOf(page, slug, "New enquiry");
  await tell(page, slug, "deals.create", { title: "Windows", stageId });
  await tell(page, slug, "deals.create", { title: "Doors", stageId });
  await page.goto(`/${slug}/deals`);
  await page.getByRole("searchbox", { name: "Find by name…" }).fill("Wind");
  await expect(page).toHaveURL(/q=Wind/);
  await expect(card(page, "Doors")).toBeHidden();
  await page.reload();
  await expect(card(page, "Windows")).toBeVisible();
  await expect(card(page, "Doors")).toBeHidden();

  await page.getByRole("searchbox", { name: "Find by name…" }).fill("nothing of the kind");
  await expect(page.getByText("No deal matches. Change the search, the owner or the filter.")).toBeVisible();
  await page.getByRole("button", { name: "Reset" }).first().click();
  await expect(column(page, "New enquiry").locator("[data-slot=kanban-card]")).toHaveCount(2);
});

test("a deal's page is edited in place, and its timeline names what changed", async ({ page }) => {
  const { slug } = await settleIn(page, "Anna", "empty");
  const { id: stageId } = await stageOf(page, slug, "New enquiry");
  await tell(page, slug, "contacts.create", { name: "Olga Stone" });
  await tell(page, slug, "deals.create", { title: "Windows", stageId, amountMinor: 100_000 });
  const { id } = await dealOf(page, slug, "Windows");
  await page.goto(`/${slug}/deals/${id}`);
  const history = page.getByRole("list", { name: "What happened" });

  await page.getByRole("button", { name: /^Amount: .* Edit$/ }).click();
  const amount = page.getByRole("textbox", { name: "Amount" });
  await amount.fill("a lot");
  await amount.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "This is not an amount" })).toBeVisible();
  await expect(amount).toHaveValue("a lot");
  await amount.fill("1 234,50");
  await amount.press("Enter");
  await expect(page.getByRole("button", { name: /^Amount: .*1,234\.50/ })).toBeVisible();

  await page.getByRole("button", { name: /^Title: Windows/ }).click();
  await page.getByRole("textbox", { name: "Title" }).fill("Something else");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /^Title: Windows/ })).toBeVisible();

  await page.getByLabel("Contact", { exact: true }).click();
  await page.getByRole("option", { name: "Olga Stone" }).click();
  await expect(history.getByText("Contact: empty → Olga Stone")).toBeVisible();
});

test("the next step is a to-do, ticked off and opened again", async ({ page }) => {
  const { slug } = await settleIn(page, "Anna", "empty");
  const { id: stageId } = await stageOf(page, slug, "New enquiry");
  await tell(page, slug, "deals.create", { title: "Windows", stageId });
  const { id } = await dealOf(page, slug, "Windows");
  await page.goto(`/${slug}/deals/${id}`);
  await page.getByRole("tab", { name: "Activities" }).click();
  await expect(page.getByRole("combobox", { name: "Kind" })).toContainText("To-do");
  await page.getByRole("textbox", { name: "What is the next step?" }).fill("Send the offer");
  await page.getByRole("button", { name: "Plan" }).click();
  await page.getByRole("checkbox", { name: "Mark “Send the offer” done" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("checkbox", { name: "Mark “Send the offer” done" })).toBeVisible();
});

test("a long timeline comes as it is scrolled", async ({ page }) => {
  const { slug } = await settleIn(page, "Anna", "empty");
  const { id: stageId } = await stageOf(page, slug, "New enquiry");
  await tell(page, slug, "deals.create", { title: "Windows", stageId });
  const { id } = await dealOf(page, slug, "Windows");
  for (let n = 0; n < 60; n++) await tell(page, slug, "records.comment", { recordId: id, text: `Note ${n}` });
  await page.goto(`/${slug}/deals/${id}`);
  const entries = page.getByRole("list", { name: "What happened" }).getByRole("listitem");
  await expect(entries).toHaveCount(40);
  await entries.last().scrollIntoViewIfNeeded();
  // The comments, the deal itself, and what the stage's robot planned.
  await expect(entries).toHaveCount(62);
  await page.getByRole("button", { name: "Changes", exact: true }).click();
  await expect(entries).toHaveCount(1);
});
