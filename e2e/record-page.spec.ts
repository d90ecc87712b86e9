import { expect, type Page } from "@playwright/test";
import { dealOf, stageOf, tell } from "./support/api";
import { axe } from "./support/axe";
import { test } from "./support/test";
import { colleague, foundWorkspace } from "./support/workspace";

test("a record's page: edited, tagged, linked, talked about; history and the trash keep what was", {
  tag: "@en",
}, async ({ page, browser, say }) => {
  test.setTimeout(90_000);
  const title = say.declared("Title", { where: "deals/fields" });
  const { slug } = await foundWorkspace(page);
  const { id: stageId } = await stageOf(page, slug, say.declared("New enquiry"));
  await tell(page, slug, "deals.create", { title: "Windows", stageId, amountMinor: 100_000 });
  await tell(page, slug, "contacts.create", { name: "Olga Stone" });
  await tell(page, slug, "contacts.create", { name: "Petra Bookkeeper" });
  const { id } = await dealOf(page, slug, "Windows");
  await page.goto(`/${slug}/deals/${id}`);

  await test.step("a field is edited by the keyboard", async () => {
    await page.getByRole("button", { name: new RegExp(`^${title}: Windows`) }).press("Enter");
    await page.getByRole("textbox", { name: title }).fill("Winter windows");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: new RegExp(`^${title}: Winter windows`) })).toBeFocused();
    await page.getByLabel(say.declared("Contact", { where: "deals/fields" }), { exact: true }).click();
    await page.getByRole("option", { name: "Olga Stone" }).click();
  });

  await test.step("a tag is made on the way", async () => {
    await page.getByRole("button", { name: say("record.tags.add") }).click();
    await page.getByRole("combobox").last().fill("VIP");
    await page.getByRole("option", { name: /VIP/ }).click();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("list", { name: say("record.tags.label") }).getByText("VIP")).toBeVisible();
  });

  await test.step("a person is linked with a role", async () => {
    const links = page.getByRole("region", { name: say("record.links.title") });
    await links.getByRole("button", { name: say("record.links.add") }).click();
    await links.getByLabel(say("record.links.record"), { exact: true }).click();
    await page.getByRole("option", { name: "Petra Bookkeeper" }).click();
    await links.getByLabel(say("record.links.role"), { exact: true }).fill("Accountant");
    await links.getByRole("button", { name: say("record.links.add") }).click();
    await expect(links.getByRole("link", { name: "Petra Bookkeeper" })).toBeVisible();
    await expect(links.getByText("Accountant")).toBeVisible();
  });

  await test.step("history says what was and what became of it, and by whom", async () => {
    await page.getByRole("tab", { name: say("record.tabs.history") }).click();
    const history = page.getByRole("list", { name: say("record.history.label") });
    await page.getByRole("combobox", { name: say("record.history.field") }).click();
    await page.getByRole("option", { name: title }).click();
    await expect(history.getByRole("listitem")).toHaveCount(1);
    await expect(history).toContainText(title);
    await expect(history).toContainText("Winter windows");
    await expect(history).toContainText("Anna");
  });

  await test.step("axe finds nothing", () => inspect(page));

  const boris = await colleague(browser, page, slug, { role: "head_of_sales" });
  await boris.page.goto(`/${slug}/notifications`);
  await expect(boris.page.getByRole("heading", { name: say("notifications.empty") })).toBeVisible();

  await test.step("a colleague who is mentioned is told at once", async () => {
    await page.getByRole("tab", { name: say("record.tabs.timeline") }).click();
    await page.reload();
    const comment = page.getByRole("textbox", { name: say("deal.comment.label") });
    await comment.pressSequentially("Look at this, @bo");
    await page.getByRole("option", { name: "Boris" }).click();
    await page.getByRole("button", { name: say("deal.comment.add"), exact: true }).click();
    await expect(
      page.getByRole("list", { name: say("deal.timeline.label") }).getByText("@Boris"),
    ).toBeVisible();
    const notice = boris.page.getByRole("link", { name: /Anna.*Look at this, @Boris/ });
    await expect(notice).toBeVisible();
    await expect(
      boris.page.getByRole("button", { name: say("notifications.label", { count: 1 }) }),
    ).toBeVisible();
    await notice.click();
    await expect(boris.page).toHaveURL(new RegExp(`/deals/${id}$`));
    await expect(
      boris.page.getByRole("button", { name: say("notifications.label", { count: 0 }), exact: true }),
    ).toBeVisible();
    await boris.page.context().close();
  });

  await test.step("from the trash it comes back", async () => {
    await page.getByRole("button", { name: say("record.menu.label"), exact: true }).click();
    await page.getByRole("menuitem", { name: say("record.menu.delete") }).click();
    await expect(page).toHaveURL(new RegExp(`/${slug}/deals$`));
    await page.goto(`/${slug}/deals/${id}`);
    await expect(page.getByText(say("record.trash.title"))).toBeVisible();
    await page.getByRole("button", { name: say("record.trash.restore") }).click();
    await expect(page.getByRole("button", { name: new RegExp(`^${title}: Winter windows`) })).toBeVisible();
    await expect(page.getByText(say("record.trash.title"))).toBeHidden();
  });
});

test("a contact gets a phone and a next step, which the agenda shows", { tag: "@ru" }, async ({
  page,
  say,
}) => {
  const phone = say("record.points.kinds.phone");
  const { slug } = await foundWorkspace(page);
  const contact = await tell<{ id: string }>(page, slug, "contacts.create", { name: "Ольга" });
  await page.goto(`/${slug}/contacts/${contact.id}`);
  const points = page.getByRole("region", { name: say("record.points.title") });
  await points.getByRole("button", { name: say("record.points.add") }).click();
  await points.getByRole("button", { name: say("record.points.add") }).click();
  await page.getByRole("menuitem", { name: phone }).click();
  await points.getByRole("textbox", { name: phone, exact: true }).fill("+7 916 123-45-67");
  await points.getByLabel(say("record.points.label", { kind: phone })).fill("Рабочий");
  await points.getByRole("button", { name: say("record.points.save") }).click();
  await expect(points.getByRole("link", { name: "+7 916 123-45-67" })).toBeVisible();
  await inspect(page);

  await page.getByRole("radio", { name: say("record.composer.plan") }).click();
  await page.getByRole("textbox", { name: say("activities.title") }).fill("Позвонить Ольге");
  await page.getByRole("button", { name: say("activities.add") }).click();
  await expect(page.getByText(say("deal.timeline.planned", { title: "Позвонить Ольге" }))).toBeVisible();

  await page.goto(`/${slug}/activities`);
  await expect(page.getByRole("region", { name: say("activities.list.someday") })).toContainText(
    "Позвонить Ольге",
  );
  await inspect(page);
  await page.getByRole("radio", { name: say("activities.view.month") }).click();
  await expect(page).toHaveURL(/view=month/);
  await inspect(page);
  await page.goto(`/${slug}/notifications`);
  await expect(page.getByRole("heading", { name: say("notifications.form.title") })).toBeVisible();
  await inspect(page);
});

async function inspect(page: Page): Promise<void> {
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  const { violations } = await axe(page).withTags(["wcag2a", "wcag2aa"]).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`,
  );
  expect.soft(found, page.url()).toEqual([]);
}
