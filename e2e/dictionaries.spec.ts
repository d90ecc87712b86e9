import { expect, type Locator, type Page } from "@playwright/test";
import { ask, stageOf, tell } from "./support/api";
import { column } from "./support/board";
import { test } from "./support/test";
import type { Say } from "./support/words";
import { foundWorkspace } from "./support/workspace";

test("a currency gets a rate, mended where it was wrong, and what is priced in it counts in the workspace’s own", {
  tag: "@en",
}, async ({ page, say }) => {
  const { slug } = await foundWorkspace(page);
  const { id } = await createDeal(page, slug, say, { title: "Pumps" });
  const pump = { name: "Pump", priceMinor: 1_000_00, currency: "USD" };
  const { id: productId } = await tell<{ id: string }>(page, slug, "products.create", pump);
  await page.goto(`/${slug}/settings/currencies`);
  await page.getByRole("combobox", { name: say("products.currencies.add") }).click();
  await page.keyboard.type("USD");
  await page.getByRole("option", { name: /USD/ }).click();
  const dollars = page.getByRole("listitem").filter({ hasText: /^USD/ });
  await expect(dollars).toContainText(say("products.currencies.noRate"));

  await dollars.getByRole("button", { name: say("products.currencies.rates"), exact: true }).click();
  const form = page.getByRole("form", { name: say("products.currencies.setRate", { currency: "USD" }) });
  const units = form.getByLabel(say("products.currencies.nominal"), { exact: true });
  const cost = form.getByLabel(say("products.currencies.value", { base: "EUR" }), { exact: true });
  const day = form.getByLabel(say("products.currencies.day"), { exact: true });
  const save = form.getByRole("button", { name: say("products.currencies.save") });
  await units.fill("100");
  await cost.fill("cheap");
  await save.click();
  await expect(cost).toHaveAccessibleDescription(say("products.currencies.unreadable"));
  await expect(cost).toHaveValue("cheap");
  await cost.fill("20000000");
  await save.click();
  await expect(cost).toHaveAccessibleDescription(say("errors.field.TOO_LARGE"));
  await expect(cost).toHaveValue("20000000");
  await cost.fill("90,5");
  await day.click();
  await page.getByRole("button", { name: say("ui.date.clear") }).click();
  await save.click();
  await expect(day).toHaveAccessibleDescription(say("errors.field.required"));
  await expect(units).toHaveValue("100");
  await expect(cost).toHaveValue("90,5");
  await day.click();
  await page.getByRole("button", { name: say("ui.date.today"), exact: true }).click();
  await save.click();
  await expect(page.getByText(say("products.currencies.saved", { currency: "USD" }))).toBeVisible();
  await expect(dollars.getByText(/^100 USD = 90[.,]5 EUR/)).toBeVisible();

  await tell(page, slug, "lineItems.add", { recordId: id, lines: [{ productId }] });
  await page.goto(`/${slug}/deals`);
  await expect(column(page, say.declared("New enquiry")).locator("header")).toContainText(/905.*€|€.*905/);
  await page.goto(`/${slug}/settings/currencies`);
  await dollars.getByRole("button", { name: say("products.currencies.rates"), exact: true }).click();
  await dollars
    .getByRole("button", { name: say.like("products.currencies.removeRate", { day: "" }) })
    .click();
  await expect(page.getByText(say("products.currencies.rateRemoved"), { exact: true })).toBeVisible();
  await expect(dollars).toContainText(say("products.currencies.noRate"));
});

test("a tag is renamed, recoloured, merged and deleted, and its records follow", { tag: "@ru" }, async ({
  page,
  say,
}) => {
  const { slug } = await foundWorkspace(page);
  const tag = (name: string) =>
    tell<{ id: string }>(page, slug, "around.createTag", { name, colour: "teal" });
  const [vip, old] = await Promise.all([tag("VIP"), tag("Regular")]);
  const [{ id }] = await Promise.all([
    createDeal(page, slug, say, { title: "Windows", custom: { tags: [vip.id] } }),
    createDeal(page, slug, say, { title: "Doors", custom: { tags: [old.id] } }),
  ]);
  const onDeal = page.getByRole("list", { name: say("record.tags.label") });
  await page.goto(`/${slug}/settings/tags`);
  const add = page.getByLabel(say("settings.tags.add"), { exact: true });
  const addIt = page.getByRole("button", { name: say("settings.tags.addShort"), exact: true });
  await add.fill("vip");
  await addIt.click();
  await expect(add).toHaveAccessibleDescription(say("errors.field.TAG_TAKEN", { name: "VIP" }));
  await expect(add).toHaveValue("vip");
  await add.fill("Partner");
  await addIt.click();
  await expect(rowOf(page, "Partner")).toContainText(say("settings.tags.records", { count: 0 }));
  await expect(add).toHaveValue("");

  await page.getByRole("button", { name: say("settings.tags.edit", { name: "VIP" }) }).click();
  const name = page.getByLabel(say("settings.tags.name"), { exact: true });
  const save = page.getByRole("button", { name: say("settings.tags.save"), exact: true });
  await name.fill("regular");
  await save.click();
  await expect(name).toHaveAccessibleDescription(say("errors.field.TAG_TAKEN", { name: "Regular" }));
  await expect(name).toHaveValue("regular");
  await name.fill("Key client");
  await page
    .getByRole("listitem")
    .filter({ has: name })
    .getByRole("radio", { name: say("ui.colour.rose") })
    .click();
  await save.click();
  await expect(rowOf(page, "Key client")).toContainText(say("settings.tags.records", { count: 1 }));
  await page.goto(`/${slug}/deals/${id}`);
  const chip = onDeal.getByText("Key client", { exact: true });
  await expect(chip).toHaveAttribute("style", /--stage-rose/);

  await page.goto(`/${slug}/settings/tags`);
  await page.getByRole("button", { name: say("settings.tags.merge", { name: "Key client" }) }).click();
  const merging = page.getByRole("alertdialog", {
    name: say("settings.tags.mergeTitle", { name: "Key client" }),
  });
  const merge = merging.getByRole("button", { name: say("settings.tags.mergeConfirm"), exact: true });
  await merge.click();
  const into = merging.getByLabel(say("settings.tags.mergeInto"));
  await expect(into).toHaveAccessibleDescription(say("errors.field.required"));
  await into.click();
  await page.getByRole("option", { name: "Regular" }).click();
  await merge.click();
  await expect(page.getByText(say("settings.tags.merged", { name: "Key client" }))).toBeVisible();
  await expect(rowOf(page, "Key client")).toHaveCount(0);
  await expect(rowOf(page, "Regular")).toContainText(say("settings.tags.records", { count: 2 }));
  await page.goto(`/${slug}/deals/${id}`);
  await expect(onDeal).toHaveText("Regular");

  await page.goto(`/${slug}/settings/tags`);
  const remove = page.getByRole("button", { name: say("settings.tags.delete", { name: "Regular" }) });
  const removing = page.getByRole("alertdialog", {
    name: say("settings.tags.deleteTitle", { name: "Regular" }),
  });
  await remove.click();
  await expect(removing).toContainText(say("settings.tags.deleteText", { count: 2 }));
  await removing.getByRole("button", { name: say("ui.cancel"), exact: true }).click();
  await expect(rowOf(page, "Regular")).toBeVisible();
  await remove.click();
  await removing.getByRole("button", { name: say("settings.tags.deleteConfirm") }).click();
  await expect(page.getByText(say("settings.tags.deleted", { name: "Regular" }))).toBeVisible();
  await expect(rowOf(page, "Regular")).toHaveCount(0);
  await page.goto(`/${slug}/deals/${id}`);
  await expect(page.getByRole("button", { name: say("record.tags.add") })).toBeVisible();
  await expect(page.getByText("Regular", { exact: true })).toHaveCount(0);
});

test("an archived loss reason is offered no more, and stays on the deal lost for it", { tag: "@en" }, async ({
  page,
  say,
}) => {
  const lost = say.declared("Lost", { where: "templates/common" });
  const dear = say.declared("Too expensive");
  const { slug } = await foundWorkspace(page);
  const [old, fresh, reasons] = await Promise.all([
    createDeal(page, slug, say, { title: "Windows" }),
    createDeal(page, slug, say, { title: "Doors" }),
    ask<{ id: string; name: string }[]>(page, slug, "pipelines.lossReasons"),
  ]);
  const lossReasonId = reasons.find((one) => one.name === dear)?.id;
  const { id: stageId } = await stageOf(page, slug, lost);
  await tell(page, slug, "deals.move", { dealId: old.id, stageId, version: old.version, lossReasonId });

  await page.goto(`/${slug}/settings/loss-reasons`);
  const add = page.getByLabel(say("settings.lossReasons.add"), { exact: true });
  const addIt = page.getByRole("button", { name: say("settings.lossReasons.addShort"), exact: true });
  await addIt.click();
  await expect(add).toHaveAccessibleDescription(say("errors.field.required"));
  await add.fill("No budget");
  await addIt.click();
  await expect(rowOf(page, "No budget")).toBeVisible();
  await expect(add).toHaveValue("");
  await page.getByRole("button", { name: say("settings.lossReasons.archive", { name: dear }) }).click();
  const archiving = page.getByRole("alertdialog", {
    name: say("settings.lossReasons.archiveTitle", { name: dear }),
  });
  await archiving
    .getByRole("button", { name: say("settings.lossReasons.archiveConfirm"), exact: true })
    .click();
  await expect(page.getByText(say("settings.lossReasons.archived", { name: dear }))).toBeVisible();
  await expect(rowOf(page, dear)).toHaveCount(0);

  await page.goto(`/${slug}/deals/${fresh.id}`);
  await stepOf(page, say, lost).click();
  const question = page.getByRole("dialog", { name: say("board.loss.title") });
  const reason = (name: string) => question.getByRole("radio", { name, exact: true });
  await reason("No budget").click();
  await expect(reason(dear)).toHaveCount(0);
  await question.getByRole("button", { name: say("board.loss.confirm") }).click();
  await expect(page.getByText(say("deal.path.lost", { reason: "No budget" })).first()).toBeVisible();

  await page.goto(`/${slug}/deals/${old.id}`);
  await expect(page.getByText(say("deal.path.lost", { reason: dear })).first()).toBeVisible();
  const history = page.getByRole("list", { name: say("deal.timeline.label") });
  await expect(history.getByText(say("deal.timeline.because", { reason: dear }))).toBeVisible();
});

/** The step of the deal's path that leads to a stage. */
function stepOf(page: Page, say: Say, stage: string): Locator {
  return page
    .getByRole("list", { name: say("deal.path.label") })
    .getByRole("button", { name: stage, exact: true });
}

/** A deal on the first stage. */
async function createDeal(page: Page, slug: string, say: Say, deal: { title: string; custom?: object }) {
  const { id: stageId } = await stageOf(page, slug, say.declared("New enquiry"));
  return tell<{ id: string; version: number }>(page, slug, "deals.create", { ...deal, stageId });
}

/** The line of a tag or a reason, which begins with its name. */
function rowOf(page: Page, name: string): Locator {
  return page.getByRole("listitem").filter({ hasText: new RegExp(`^${name}`) });
}
