import { expect, type Page, test } from "@playwright/test";
import { dealOf, stageOf, tell } from "./support/api";
import { axe } from "./support/axe";
import { colleague, foundWorkspace } from "./support/workspace";

test("a record's page: edited, tagged, linked, talked about; history and the trash keep what was", async ({
  page,
  browser,
}) => {
  test.setTimeout(90_000);
  const { slug } = await foundWorkspace(page);
  const { id: stageId } = await stageOf(page, slug, "New enquiry");
  await tell(page, slug, "deals.create", { title: "Windows", stageId, amountMinor: 100_000 });
  await tell(page, slug, "contacts.create", { name: "Olga Stone" });
  await tell(page, slug, "contacts.create", { name: "Petra Bookkeeper" });
  const { id } = await dealOf(page, slug, "Windows");
  await page.goto(`/${slug}/deals/${id}`);

  await test.step("a field is edited by the keyboard", async () => {
    await page.getByRole("button", { name: /^Title: Windows/ }).press("Enter");
    await page.getByRole("textbox", { name: "Title" }).fill("Winter windows");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: /^Title: Winter windows/ })).toBeFocused();
    await page.getByLabel("Contact", { exact: true }).click();
    await page.getByRole("option", { name: "Olga Stone" }).click();
  });

  await test.step("a tag is made on the way", async () => {
    await page.getByRole("button", { name: "Add tags" }).click();
    await page.getByRole("combobox").last().fill("VIP");
    await page.getByRole("option", { name: /VIP/ }).click();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("list", { name: "Tags" }).getByText("VIP")).toBeVisible();
  });

  await test.step("a person is linked with a role", async () => {
    const links = page.getByRole("region", { name: "Linked records" });
    await links.getByRole("button", { name: "Link" }).click();
    await links.getByLabel("Record", { exact: true }).click();
    await page.getByRole("option", { name: "Petra Bookkeeper" }).click();
    await links.getByLabel("Role", { exact: true }).fill("Accountant");
    await links.getByRole("button", { name: "Link" }).click();
    await expect(links.getByRole("link", { name: "Petra Bookkeeper" })).toBeVisible();
    await expect(links.getByText("Accountant")).toBeVisible();
  });

  await test.step("history says what was and what became of it, and by whom", async () => {
    await page.getByRole("tab", { name: "History" }).click();
    const history = page.getByRole("list", { name: "History of fields" });
    await page.getByRole("combobox", { name: "Field" }).click();
    await page.getByRole("option", { name: "Title" }).click();
    await expect(history.getByRole("listitem")).toHaveCount(1);
    await expect(history).toContainText("Title");
    await expect(history).toContainText("Winter windows");
    await expect(history).toContainText("Anna");
  });

  await test.step("axe finds nothing", () => inspect(page));

  const boris = await colleague(browser, page, slug, { role: "head_of_sales" });
  await boris.page.goto(`/${slug}/notifications`);
  await expect(boris.page.getByRole("heading", { name: "Nothing new" })).toBeVisible();

  await test.step("a colleague who is mentioned is told at once", async () => {
    await page.getByRole("tab", { name: "Timeline" }).click();
    await page.reload();
    const comment = page.getByRole("textbox", { name: "Comment" });
    await comment.pressSequentially("Look at this, @bo");
    await page.getByRole("option", { name: "Boris" }).click();
    await page.getByRole("button", { name: "Comment", exact: true }).click();
    await expect(page.getByRole("list", { name: "What happened" }).getByText("@Boris")).toBeVisible();
    const notice = boris.page.getByRole("link", { name: /Anna mentioned you.*Look at this, @Boris/ });
    await expect(notice).toBeVisible();
    await expect(boris.page.getByRole("button", { name: "Notifications, 1 new" })).toBeVisible();
    await notice.click();
    await expect(boris.page).toHaveURL(new RegExp(`/deals/${id}$`));
    await expect(boris.page.getByRole("button", { name: "Notifications", exact: true })).toBeVisible();
    await boris.page.context().close();
  });

  await test.step("from the trash it comes back", async () => {
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    await expect(page).toHaveURL(new RegExp(`/${slug}/deals$`));
    await page.goto(`/${slug}/deals/${id}`);
    await expect(page.getByText("This is in the trash")).toBeVisible();
    await page.getByRole("button", { name: "Restore" }).click();
    await expect(page.getByRole("button", { name: /^Title: Winter windows/ })).toBeVisible();
    await expect(page.getByText("This is in the trash")).toBeHidden();
  });
});

test.describe("in Russian", () => {
  test.use({ locale: "ru-RU" });

  test("a contact's page, activities and notifications speak Russian", async ({ page }) => {
    const { slug } = await foundWorkspace(page, { language: "ru" });
    const contact = await tell<{ id: string }>(page, slug, "contacts.create", { name: "Ольга" });
    await page.goto(`/${slug}/contacts/${contact.id}`);
    const points = page.getByRole("region", { name: "Контактные данные" });
    await points.getByRole("button", { name: "Добавить" }).click();
    await points.getByRole("button", { name: "Добавить" }).click();
    await page.getByRole("menuitem", { name: "Телефон" }).click();
    await points.getByRole("textbox", { name: "Телефон", exact: true }).fill("+7 916 123-45-67");
    await points.getByLabel("Телефон: подпись").fill("Рабочий");
    await points.getByRole("button", { name: "Сохранить" }).click();
    await expect(points.getByRole("link", { name: "+7 916 123-45-67" })).toBeVisible();
    await inspect(page);

    await page.getByRole("radio", { name: "Дело" }).click();
    await page.getByRole("textbox", { name: "Какой следующий шаг?" }).fill("Позвонить Ольге");
    await page.getByRole("button", { name: "Добавить дело" }).click();
    await expect(page.getByText("Новое дело: Позвонить Ольге")).toBeVisible();

    await page.goto(`/${slug}/activities`);
    await expect(page.getByRole("region", { name: "Без срока" })).toContainText("Позвонить Ольге");
    await inspect(page);
    await page.getByRole("radio", { name: "Месяц" }).click();
    await expect(page).toHaveURL(/view=month/);
    await inspect(page);
    await page.goto(`/${slug}/notifications`);
    await expect(page.getByRole("heading", { name: "Как вам сообщать" })).toBeVisible();
    await inspect(page);
  });
});

async function inspect(page: Page): Promise<void> {
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  const { violations } = await axe(page).withTags(["wcag2a", "wcag2aa"]).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`,
  );
  expect.soft(found, page.url()).toEqual([]);
}
