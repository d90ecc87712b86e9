import { expect, test } from "@playwright/test";
import { tell } from "./support/api";
import { axe } from "./support/axe";
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
