import { expect, test } from "@playwright/test";
import { ask, tell } from "./support/api";
import { foundWorkspace } from "./support/workspace";

type Made = { id: string; key: string; options: { choices?: { id: string; name: string }[] } };
type Listed = { records: { id: string; values: Record<string, unknown> }[] };

test("days, moments, formulas and archived choices are said and edited alike, west of UTC too", async ({
  page,
}) => {
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
  await expect(row).toContainText("Mar 1");
  await expect(row).toContainText(/Mar 5,.*3:30 PM/);
  await expect(row).toContainText("€10");

  await test.step("another day keeps its time", async () => {
    await row.getByRole("button", { name: "Change Call" }).click();
    const editor = page.getByRole("dialog", { name: "Call" });
    await expect(editor.getByLabel("Time")).toHaveValue("15:30");
    await editor.getByRole("button", { name: /\b6 March/ }).click();
    await editor.getByRole("button", { name: "Done" }).click();
    await expect(row).toContainText(/Mar 6,.*3:30 PM/);
    const kept = async () =>
      (await ask<Listed>(page, slug, "records.list", { entity: "contact" })).records[0]?.values.c_call;
    await expect.poll(kept).toBe("2026-03-06T20:30:00.000Z");
  });

  await test.step("Escape forgets", async () => {
    await row.getByRole("button", { name: "Change Call" }).click();
    await page.getByRole("dialog", { name: "Call" }).getByLabel("Time").fill("16:45");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog", { name: "Call" })).toBeHidden();
    await expect(row).toContainText(/Mar 6,.*3:30 PM/);
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
    await expect(page.getByText("€10", { exact: true })).toBeVisible();
    await expect(page.getByText(/^Mar 2(,|$)/)).toBeVisible();
    await expect(page.getByLabel("Size", { exact: true })).toContainText("Small");
    await page.getByLabel("Size", { exact: true }).click();
    await page.getByRole("option", { name: "Large" }).click();
    await expect(page.getByLabel("Size", { exact: true })).toContainText("Large");
    await page.getByLabel("Size", { exact: true }).click();
    await expect(page.getByRole("option", { name: "Small" })).toHaveCount(0);
  });
});
