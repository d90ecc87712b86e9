import { expect } from "@playwright/test";
import { ask, tell } from "./support/api";
import { test } from "./support/test";
import { foundWorkspace } from "./support/workspace";

type Made = { id: string; key: string; options: { choices?: { id: string; name: string }[] } };
type Listed = { records: { id: string; values: Record<string, unknown> }[] };

/** How values read in each language. */
const reads = {
  en: {
    birthday: "Mar 1",
    next: /^Mar 2(,|$)/,
    call: /Mar 5,.*3:30 PM/,
    called: /Mar 6,.*3:30 PM/,
    sixth: /\b6 March/,
    payout: "€10",
  },
  ru: {
    birthday: /\b1 мар\./,
    next: /^2 мар\.(\s|$)/,
    call: /\b5 мар\..*15:30/,
    called: /\b6 мар\..*15:30/,
    sixth: /\b6 марта/,
    payout: "10 €",
  },
};

test("days, moments, formulas and archived choices are said and edited alike, west of UTC too", {
  tag: "@en",
}, async ({ page, say }) => {
  const read = reads[say.language];
  const { slug } = await foundWorkspace(page);
  await tell(page, slug, "identity.updateOrganization", { timeZone: "America/New_York" });
  const field = (type: string, label: string, options = {}) =>
    tell<Made>(page, slug, "fields.create", { entity: "contact", type, label, options });
  await field("date", "Birthday");
  await field("datetime", "Call");
  await field("checkbox", "Vip");
  await field("number", "Bonus");
  const size = await field("list", "Size", { choices: [{ name: "Small" }, { name: "Large" }] });
  await field("formula", "Payout", { formula: "c_bonus * 2", returns: "money" });
  await field("formula", "Next", { formula: "addDays(c_birthday, 1)", returns: "date" });
  const [small, large] = (size.options.choices ?? []).map((one) => ({ id: one.id, name: one.name }));
  const custom = {
    ...{ c_birthday: "2026-03-01", c_call: "2026-03-05T20:30:00Z", c_vip: true, c_bonus: 5 },
    c_size: small?.id,
  };
  const { id } = await tell<{ id: string }>(page, slug, "contacts.create", { name: "Olga Berg", custom });
  await tell(page, slug, "fields.update", { fieldId: size.id, changes: { options: { choices: [large] } } });

  await page.goto(`/${slug}/contacts?columns=name.c_birthday.c_call.c_vip.createdAt.c_payout.c_size`);
  const row = page.locator("[data-record]");
  const change = say("records.cell.editOf", { field: "Call", name: "Olga Berg" });
  await expect(row).toContainText(read.birthday);
  await expect(row).toContainText(read.call);
  await expect(row).toContainText(read.payout);

  await test.step("another day keeps its time", async () => {
    await row.getByRole("button", { name: change }).click();
    const editor = page.getByRole("dialog", { name: "Call" });
    await expect(editor.getByLabel(say("records.cell.time"))).toHaveValue("15:30");
    await editor.getByRole("button", { name: read.sixth }).click();
    await editor.getByRole("button", { name: say("records.cell.done") }).click();
    await expect(row).toContainText(read.called);
    const kept = async () =>
      (await ask<Listed>(page, slug, "records.list", { entity: "contact" })).records[0]?.values.c_call;
    await expect.poll(kept).toBe("2026-03-06T20:30:00.000Z");
  });

  await test.step("Escape forgets", async () => {
    await row.getByRole("button", { name: change }).click();
    await page.getByRole("dialog", { name: "Call" }).getByLabel(say("records.cell.time")).fill("16:45");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog", { name: "Call" })).toBeHidden();
    await expect(row).toContainText(read.called);
  });

  await test.step("arrow keys go over boxes and what cannot be edited", async () => {
    await row.getByRole("link", { name: "Olga Berg" }).focus();
    for (const column of [1, 2, 3, 4, 5, 6]) {
      await page.keyboard.press("ArrowRight");
      await expect(page.locator(`[data-cell="0,${column}"]`)).toBeFocused();
    }
    await page.keyboard.press("ArrowLeft");
    await expect(page.locator('[data-cell="0,5"]')).toBeFocused();
  });

  await test.step("the record's page says the same", async () => {
    await page.goto(`/${slug}/contacts/${id}`);
    await expect(page.getByText(read.payout, { exact: true })).toBeVisible();
    await expect(page.getByText(read.next)).toBeVisible();
    await expect(page.getByLabel("Size", { exact: true })).toContainText("Small");
    await page.getByLabel("Size", { exact: true }).click();
    await page.getByRole("option", { name: "Large" }).click();
    await expect(page.getByLabel("Size", { exact: true })).toContainText("Large");
    await page.getByLabel("Size", { exact: true }).click();
    await expect(page.getByRole("option", { name: "Small" })).toHaveCount(0);
  });
});
