import { expect } from "@playwright/test";
import { dealOf, stageOf, tell } from "./support/api";
import { card, column } from "./support/board";
import { test } from "./support/test";
import { some } from "./support/words";
import { settleIn } from "./support/workspace";

test("a board narrowed by words says so in the address, and can be widened again", { tag: "@ru" }, async ({
  page,
  say,
}) => {
  const fresh = say.declared("New enquiry");
  const { slug } = await settleIn(page, "Anna", "empty");
  const { id: stageId } = await stageOf(page, slug, say.declared("New enquiry"));
  await tell(page, slug, "deals.create", { title: "Windows", stageId });
  await tell(page, slug, "deals.create", { title: "Doors", stageId });
  await page.goto(`/${slug}/deals`);
  await page.getByRole("searchbox", { name: say("board.filter.search") }).fill("Wind");
  await expect(page).toHaveURL(/q=Wind/);
  await expect(card(page, "Doors")).toBeHidden();
  await page.reload();
  await expect(card(page, "Windows")).toBeVisible();
  await expect(card(page, "Doors")).toBeHidden();

  await page.getByRole("searchbox", { name: say("board.filter.search") }).fill("nothing of the kind");
  await expect(page.getByText(say("board.filter.nothing"))).toBeVisible();
  await page
    .getByRole("button", { name: say("board.filter.reset") })
    .first()
    .click();
  await expect(column(page, fresh).locator("[data-slot=kanban-card]")).toHaveCount(2);
});

test("a deal's page is edited in place, and its timeline names what changed", { tag: "@en" }, async ({
  page,
  say,
}) => {
  const field = (english: string) => say.declared(english, { where: "deals/fields" });
  const [title, amountName, contact] = [field("Title"), field("Amount"), field("Contact")];
  const { slug } = await settleIn(page, "Anna", "empty");
  const { id: stageId } = await stageOf(page, slug, say.declared("New enquiry"));
  await tell(page, slug, "contacts.create", { name: "Olga Stone" });
  await tell(page, slug, "deals.create", { title: "Windows", stageId, amountMinor: 100_000 });
  const { id } = await dealOf(page, slug, "Windows");
  await page.goto(`/${slug}/deals/${id}`);
  const history = page.getByRole("list", { name: say("deal.timeline.label") });

  await page.getByRole("button", { name: new RegExp(`^${amountName}: `) }).click();
  const amount = page.getByRole("textbox", { name: amountName });
  await amount.fill("a lot");
  await amount.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: say("ui.money.unreadable") })).toBeVisible();
  await expect(amount).toHaveValue("a lot");
  await amount.fill("1 234,50");
  await amount.press("Enter");
  await expect(page.getByRole("button", { name: new RegExp(`^${amountName}: .*1.234[.,]50`) })).toBeVisible();

  await page.getByRole("button", { name: new RegExp(`^${title}: Windows`) }).click();
  await page.getByRole("textbox", { name: title }).fill("Something else");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: new RegExp(`^${title}: Windows`) })).toBeVisible();

  await page.getByLabel(contact, { exact: true }).click();
  await page.getByRole("option", { name: "Olga Stone" }).click();
  await expect(
    history.getByText(say.like("deal.timeline.change", { field: contact, from: some, to: "Olga Stone" })),
  ).toBeVisible();
});

test("the next step is a to-do, ticked off and opened again", { tag: "@ru" }, async ({ page, say }) => {
  const { slug } = await settleIn(page, "Anna", "empty");
  const { id: stageId } = await stageOf(page, slug, say.declared("New enquiry"));
  await tell(page, slug, "deals.create", { title: "Windows", stageId });
  const { id } = await dealOf(page, slug, "Windows");
  await page.goto(`/${slug}/deals/${id}`);
  await page.getByRole("tab", { name: say("record.tabs.activities") }).click();
  await expect(page.getByRole("combobox", { name: say("activities.kind") })).toContainText(
    say("activities.kinds.todo"),
  );
  await page.getByRole("textbox", { name: say("activities.title") }).fill("Send the offer");
  await page.getByRole("button", { name: say("activities.add") }).click();
  await page.getByRole("checkbox", { name: say("activities.complete", { title: "Send the offer" }) }).click();
  await page.getByRole("button", { name: say("ui.undo") }).click();
  await expect(
    page.getByRole("checkbox", { name: say("activities.complete", { title: "Send the offer" }) }),
  ).toBeVisible();
});

test("a long timeline comes as it is scrolled", { tag: "@en" }, async ({ page, say }) => {
  const { slug } = await settleIn(page, "Anna", "empty");
  const { id: stageId } = await stageOf(page, slug, say.declared("New enquiry"));
  await tell(page, slug, "deals.create", { title: "Windows", stageId });
  const { id } = await dealOf(page, slug, "Windows");
  for (let n = 0; n < 60; n++) await tell(page, slug, "records.comment", { recordId: id, text: `Note ${n}` });
  await page.goto(`/${slug}/deals/${id}`);
  const entries = page.getByRole("list", { name: say("deal.timeline.label") }).getByRole("listitem");
  await expect(entries).toHaveCount(40);
  await entries.last().scrollIntoViewIfNeeded();
  // The comments, the deal itself, and what the stage's robot planned.
  await expect(entries).toHaveCount(62);
  await page.getByRole("button", { name: say("deal.timeline.kinds.changes"), exact: true }).click();
  await expect(entries).toHaveCount(1);
});
