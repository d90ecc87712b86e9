import { expect, type Page } from "@playwright/test";
import { tell } from "./support/api";
import { test } from "./support/test";
import { wordsOf } from "./support/words";
import { colleague, foundWorkspace } from "./support/workspace";

const rows = (page: Page) => page.locator("[data-record]");

/** Adds a condition about a field to the open filter, and leaves it to be compared. */
async function ask(page: Page, field: string): Promise<void> {
  const say = wordsOf(page);
  await page.getByRole("button", { name: say("filter.add"), exact: true }).click();
  await page
    .getByRole("combobox", { name: say("filter.field") })
    .last()
    .click();
  await page.getByRole("option", { name: field, exact: true }).click();
}

test("people are found through their company and by a day from today; the view is shared with its order and groups", {
  tag: "@en",
}, async ({ page, browser, say }) => {
  test.setTimeout(90_000);
  const field = (english: string, of = "contacts") => say.declared(english, { where: `${of}/fields` });
  const { slug } = await foundWorkspace(page);
  const make = (name: string) => tell<{ id: string }>(page, slug, "companies.create", { name });
  const [near, far] = await Promise.all([make("Northwind"), make("Southwind")]);
  for (const name of ["Olga Berg", "Vera Lind"]) {
    await tell(page, slug, "contacts.create", { name, companyId: near.id });
  }
  await tell(page, slug, "contacts.create", { name: "Pavel Stein", companyId: far.id });

  await page.goto(`/${slug}/contacts`);
  await expect(rows(page)).toHaveCount(3);
  await page.getByRole("button", { name: say("filter.open"), exact: true }).click();
  await ask(page, `${field("Company")} → ${field("Name", "companies")}`);
  await page.getByRole("textbox", { name: say("filter.value") }).fill("north");
  await ask(page, field("Created"));
  await page
    .getByRole("combobox", { name: say("filter.value") })
    .last()
    .click();
  await page.getByRole("option", { name: say("filter.choice.today"), exact: true }).click();
  await page.keyboard.press("Escape");
  await expect(rows(page)).toHaveCount(2);

  await page
    .getByRole("columnheader", { name: field("Name") })
    .getByRole("button")
    .click();
  await expect(rows(page).first()).toContainText("Vera Lind");
  await page.getByRole("button", { name: say("records.groups.open"), exact: true }).click();
  await page.getByRole("menuitemradio", { name: field("Owner") }).click();
  await expect(page.getByRole("button", { name: "Anna", expanded: true })).toBeVisible();

  await page.getByRole("button", { name: say("records.views.saveAs") }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(say("records.views.name")).fill("Fresh");
  await dialog.getByRole("checkbox", { name: say("records.views.shareWithAll") }).click();
  await dialog.getByRole("button", { name: say("records.views.save") }).click();
  await expect(dialog).toBeHidden();

  const boris = await colleague(browser, page, slug, { role: "head_of_sales" });
  await boris.page.goto(`/${slug}/contacts`);
  await expect(rows(boris.page)).toHaveCount(3);
  await boris.page
    .getByRole("navigation", { name: say("records.views.label") })
    .getByRole("button", { name: /^Fresh/ })
    .click();
  await expect(boris.page.getByRole("button", { name: "Anna", expanded: true })).toBeVisible();
  await expect(rows(boris.page)).toHaveCount(2);
  await expect(rows(boris.page).first()).toContainText("Vera Lind");
  await boris.page.context().close();
});

test("whoever watches a deal is told of a comment on it", { tag: "@ru" }, async ({ page, browser, say }) => {
  const { slug } = await foundWorkspace(page);
  const contact = await tell<{ id: string }>(page, slug, "contacts.create", { name: "Olga Berg" });
  const boris = await colleague(browser, page, slug, { role: "head_of_sales" });
  await page.goto(`/${slug}/contacts/${contact.id}`);
  const watchers = (count: number) =>
    page.getByRole("button", { name: say("record.watchers.label", { count }), exact: true });
  await watchers(0).click();
  await page.getByRole("checkbox", { name: "Boris" }).click();
  await expect(watchers(1)).toBeVisible();
  await page.keyboard.press("Escape");
  const comment = page.getByRole("textbox", { name: say("deal.comment.label") });
  await comment.fill("Call her on Monday");
  await page.getByRole("button", { name: say("deal.comment.add"), exact: true }).click();
  await boris.page.goto(`/${slug}/notifications`);
  await boris.page.getByRole("link", { name: /Anna.*Call her on Monday/ }).click();
  await expect(boris.page).toHaveURL(new RegExp(`/contacts/${contact.id}$`));
  await boris.page.getByRole("button", { name: say("record.watchers.label", { count: 1 }) }).click();
  await boris.page.getByRole("button", { name: say("record.watchers.stop") }).click();
  await expect(
    boris.page.getByRole("button", { name: say("record.watchers.label", { count: 0 }), exact: true }),
  ).toBeVisible();
  await boris.page.context().close();
});
