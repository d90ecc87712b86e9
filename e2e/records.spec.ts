import { expect, type Page } from "@playwright/test";
import { ask, tell } from "./support/api";
import { axe } from "./support/axe";
import { test } from "./support/test";
import { foundWorkspace } from "./support/workspace";

/** Where the fields used here are declared. */
const of = { where: "contacts/fields" };

type Listed = { records: { title: string; values: Record<string, unknown> }[] };

const row = (page: Page, name: string) => page.locator("[data-record]").filter({ hasText: name });

const undo = (page: Page, text: string) =>
  page.locator("[data-slot=toast]").filter({ hasText: text }).getByRole("button").first();

async function people(page: Page, slug: string, names: readonly string[]): Promise<void> {
  for (const [place, name] of names.entries()) {
    const email = place % 2 === 0 ? `p${place}@example.com` : undefined;
    await tell(page, slug, "contacts.create", { name, email });
  }
}

async function inspect(page: Page): Promise<void> {
  const { violations } = await axe(page).withTags(["wcag2a", "wcag2aa"]).analyze();
  expect
    .soft(violations.map(({ id, nodes }) => `${id}: ${nodes.map((one) => one.target.join(" ")).join(", ")}`))
    .toEqual([]);
}

test("contacts are filtered, kept as a view, edited in cells, changed at once and given back", {
  tag: "@en",
}, async ({ page, say }) => {
  const [email, phoneName] = [say.declared("Email", of), say.declared("Phone", of)];
  const { slug } = await foundWorkspace(page);
  await people(page, slug, ["Olga Berg", "Pavel Stein", "Vera Lind"]);
  await page.goto(`/${slug}/contacts`);
  await expect(page.locator("[data-record]")).toHaveCount(3);

  await page.getByRole("button", { name: say("filter.open"), exact: true }).click();
  await page.getByRole("button", { name: say("filter.add") }).click();
  await page.getByRole("combobox", { name: say("filter.field") }).click();
  await page.getByRole("option", { name: email, exact: true }).click();
  await page.getByRole("combobox", { name: say("filter.comparison") }).click();
  await page.getByRole("option", { name: say("filter.operator.not_empty"), exact: true }).click();
  await inspect(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("list", { name: say("filter.asked") })).toContainText(
    say("filter.words.not_empty", { field: email }),
  );
  await expect(page.locator("[data-record]")).toHaveCount(2);
  await expect(page).toHaveURL(/filter=\[~email~,~not_empty~\]/);

  await page.getByRole("button", { name: say("records.views.saveAs") }).click();
  await page.getByRole("dialog").getByLabel(say("records.views.name")).fill("Reachable");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: say("records.views.save") })
    .click();
  const tab = page
    .getByRole("navigation", { name: say("records.views.label") })
    .getByRole("button", { name: "Reachable", exact: true });
  await expect(tab).toHaveAttribute("aria-current", "page");
  await expect(page).not.toHaveURL(/filter=/);
  await page.reload();
  await expect(page.locator("[data-record]")).toHaveCount(2);
  await page.getByRole("button", { name: say("records.views.all"), exact: true }).click();
  await expect(page.locator("[data-record]")).toHaveCount(3);

  await row(page, "Olga Berg")
    .getByRole("button", { name: say("records.cell.editOf", { field: phoneName, name: "Olga Berg" }) })
    .click();
  const phone = page.getByRole("textbox", { name: phoneName });
  await phone.fill("030 901820");
  await phone.press("Tab");
  await expect(page.getByRole("textbox", { name: email })).toHaveValue("p0@example.com");
  await page.keyboard.press("Escape");
  await expect(row(page, "Olga Berg")).toContainText("030 901820");

  await page.getByRole("checkbox", { name: say("records.table.selectAll") }).click();
  const bar = page.getByRole("region", { name: say("records.bulk.label") });
  await expect(bar).toContainText(say("records.bulk.selected", { count: 3 }));
  await bar.getByRole("button", { name: say("records.bulk.action.trash") }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: say("records.bulk.action.trash") })
    .click();
  await expect(page.getByText(say("records.bulk.trashed", { count: 3 }))).toBeVisible();
  await expect(page.getByText(say("records.entity.contact.empty"))).toBeVisible();
  await undo(page, say("records.bulk.trashed", { count: 3 })).click();
  await expect(page.getByText(say("records.bulk.undone", { count: 3 }))).toBeVisible();
  await expect(page.locator("[data-record]")).toHaveCount(3);
  await inspect(page);

  await page.goto(`/${slug}/contacts?filter=nonsense`);
  await expect(page.getByText(say("filter.broken"))).toBeVisible();
  await expect(page.locator("[data-record]")).toHaveCount(3);
  await page.goto(`/${slug}/contacts?filter=[~nope~,~empty~]`);
  await page.getByRole("button", { name: say("records.table.showAll") }).click();
  await expect(page.locator("[data-record]")).toHaveCount(3);
});

test("a change of many goes on behind the page, and is undone", { tag: "@ru" }, async ({ page, say }) => {
  const site = say.declared("Site", { where: "companies/fields" });
  const { slug } = await foundWorkspace(page);
  const names = Array.from({ length: 210 }, (_, place) => `Person ${place}`);
  for (let at = 0; at < names.length; at += 30) {
    await Promise.all(names.slice(at, at + 30).map((name) => tell(page, slug, "companies.create", { name })));
  }
  await page.goto(`/${slug}/companies`);
  await expect(page.getByText(say("records.entity.company.count", { count: 210 }))).toBeVisible();
  await page.getByRole("checkbox", { name: say("records.table.selectAll") }).click();
  await page.getByRole("button", { name: say("records.bulk.selectAll", { count: 210 }) }).click();
  await page.getByRole("button", { name: say("records.bulk.action.change") }).click();
  await page.getByRole("combobox", { name: say("records.bulk.field") }).click();
  await page.getByRole("option", { name: site }).click();
  await page.getByRole("dialog").getByLabel(site).fill("https://example.com");
  await page.getByRole("button", { name: say("records.bulk.apply", { count: 210 }) }).click();
  await expect(page.getByText(say("records.bulk.changed", { count: 210 }))).toBeVisible({ timeout: 40_000 });
  const listed = await ask<Listed>(page, slug, "records.list", { entity: "company", limit: 200 });
  expect(new Set(listed.records.map((one) => one.values.site))).toEqual(new Set(["https://example.com"]));
  await undo(page, say("records.bulk.changed", { count: 210 })).click();
  await expect(page.getByText(say("records.bulk.undone", { count: 210 }))).toBeVisible({ timeout: 40_000 });
});

test("a field of one's own is made, filled in a list's cell, and filtered by", { tag: "@ru" }, async ({
  page,
  say,
}) => {
  const { slug } = await foundWorkspace(page);
  await people(page, slug, ["Ольга Берг", "Павел Штейн"]);
  await page.goto(`/${slug}/settings/fields?of=contact`);
  await page.getByRole("button", { name: say("fields.add") }).click();
  await page.getByRole("dialog").getByLabel(say("fields.name")).fill("Размер");
  await page.getByRole("combobox", { name: say("fields.typeLabel") }).click();
  await page.getByRole("option", { name: say("fields.type.list"), exact: true }).click();
  await page
    .getByRole("textbox", { name: say("fields.choice", { number: 1 }), exact: true })
    .fill("Маленький");
  await page.getByRole("textbox", { name: say("fields.choice", { number: 2 }), exact: true }).fill("Большой");
  await page.getByRole("checkbox", { name: say("fields.filterableLabel") }).click();
  await inspect(page);
  await page.getByRole("button", { name: say("fields.create") }).click();
  await expect(page.getByText(say("fields.created", { name: "Размер" }))).toBeVisible();
  await inspect(page);

  await page.goto(`/${slug}/contacts`);
  await page.getByRole("button", { name: say("records.columns.open") }).click();
  await page.getByRole("combobox", { name: say("records.columns.add") }).click();
  await page.getByRole("option", { name: "Размер" }).click();
  await page.keyboard.press("Escape");
  await row(page, "Ольга Берг")
    .getByRole("button", { name: say("records.cell.editOf", { field: "Размер", name: "Ольга Берг" }) })
    .click();
  await page.getByRole("option", { name: "Большой" }).click();
  await expect(row(page, "Ольга Берг")).toContainText("Большой");
  await expect(page.getByText(say("records.cell.saved", { field: "Размер" }))).toBeVisible();

  await page.getByRole("button", { name: say("filter.open"), exact: true }).click();
  await page.getByRole("button", { name: say("filter.add") }).click();
  await page.getByRole("combobox", { name: say("filter.field") }).click();
  await page.getByRole("option", { name: "Размер", exact: true }).click();
  await page.getByRole("combobox", { name: say("filter.value") }).click();
  await page.getByRole("option", { name: "Большой" }).click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("list", { name: say("filter.asked") })).toContainText("Размер: Большой");
  await expect(page.locator("[data-record]")).toHaveCount(1);
  await expect(
    page.getByText(say("records.entity.contact.count", { count: 1 }), { exact: true }),
  ).toBeVisible();
});
