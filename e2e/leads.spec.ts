import { expect } from "@playwright/test";
import { ask, tell } from "./support/api";
import { dragCard, openRobots } from "./support/board";
import { test } from "./support/test";
import { some } from "./support/words";
import { foundWorkspace } from "./support/workspace";

type Pipeline = { id: string; stages: { id: string; name: string }[] };

test("a lead's robot acts, the lead becomes a deal with its contact, and comes back", { tag: "@en" }, async ({
  page,
  say,
}) => {
  const { slug } = await foundWorkspace(page);
  await tell(page, slug, "fields.create", {
    ...{ entity: "lead", type: "number", label: "How many windows", required: true },
  });
  await page.goto(`/${slug}/deals`);
  await expect(page.locator("[data-slot=kanban-column]").first()).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("l");
  await expect(page).toHaveURL(new RegExp(`/${slug}/leads`));

  await page
    .getByRole("button", { name: say("lead.new.open") })
    .first()
    .click();
  const form = page.getByRole("dialog", { name: say("lead.new.title") });
  await form.getByLabel(say("lead.new.field.title")).fill("Windows for a cottage");
  await form.getByLabel(say("lead.new.field.name")).fill("Olga Stone");
  await form.getByLabel(say("lead.new.field.reach")).fill("olga@example.com");
  await form.getByRole("button", { name: say("lead.new.create") }).click();
  await expect(form.getByText(say("errors.field.required"))).toBeVisible();
  await form.getByLabel("How many windows").fill("5");
  await form.getByRole("button", { name: say("lead.new.create") }).click();
  await page.getByRole("link", { name: "Windows for a cottage" }).click();

  const sheet = page.getByRole("dialog", { name: /Windows for a cottage/ });
  const task = say.declared("Answer “{{ lead.title }}”", { "lead.title": "Windows for a cottage" });
  await sheet.getByRole("tab", { name: say("record.tabs.activities") }).click();
  await expect(sheet.getByText(task)).toBeVisible({ timeout: 30_000 });

  await sheet.getByRole("button", { name: say("lead.state.convert") }).click();
  const convert = page.getByRole("dialog", { name: say("lead.convert.title") });
  const what = `${say("lead.convert.will.deal")}, ${say("lead.convert.will.contact")}`;
  await expect(convert.getByText(say("lead.convert.will.make", { what }))).toBeVisible();
  await convert.getByRole("button", { name: say("lead.convert.confirm") }).click();
  await expect(sheet.getByText(say.like("lead.state.converted", { moment: some }))).toBeVisible();
  const { deals } = await ask<{ deals: { contactName: string }[] }>(page, slug, "deals.list", {});
  expect(deals).toMatchObject([{ title: "Windows for a cottage", contactName: "Olga Stone" }]);

  await sheet.getByRole("button", { name: say("lead.state.return") }).click();
  await expect(page.getByText(say("lead.return.dealTrashed"))).toBeVisible();
  await expect(sheet.getByRole("button", { name: say("lead.state.convert") })).toBeVisible();
  expect((await ask<{ deals: unknown[] }>(page, slug, "deals.list", {})).deals).toEqual([]);
});

test("a duplicate is known by its phone, marked and given back", { tag: "@ru" }, async ({ page, say }) => {
  const { slug } = await foundWorkspace(page);
  const [pipeline] = await ask<Pipeline[]>(page, slug, "pipelines.list", { entity: "lead" });
  await tell(page, slug, "contacts.create", { name: "Ольга Камнева", phone: "+49 30 1234567" });
  await tell(page, slug, "leads.create", { title: "Окна на дачу", phones: ["030 1234567"] });
  await page.goto(`/${slug}/leads`);
  await page.getByRole("link", { name: "Окна на дачу" }).click();
  const sheet = page.getByRole("dialog", { name: /Окна на дачу/ });
  await sheet.getByRole("button", { name: say("lead.menu.label") }).click();
  await page.getByRole("menuitem", { name: say("lead.kind.mark.duplicate") }).click();
  await expect(sheet.getByText(say("lead.state.noise.duplicate"))).toBeVisible();
  await sheet.getByRole("button", { name: say("lead.state.return") }).click();
  await expect(sheet.getByRole("button", { name: say.declared("Disqualified") })).toBeEnabled();

  // The stage that means qualified asks what the lead becomes.
  await sheet.getByRole("button", { name: pipeline?.stages[2]?.name ?? "", exact: true }).click();
  const convert = page.getByRole("dialog", { name: say("lead.convert.title") });
  await expect(convert.getByRole("radio", { name: "Ольга Камнева" })).toBeChecked();
  await convert.getByRole("button", { name: say("lead.convert.confirm") }).click();
  await expect(sheet.getByText(say.like("lead.state.converted", { moment: some }))).toBeVisible();
});

test("a lead's page has a field of one's own, and takes back a test and what was deleted", {
  tag: "@ru",
}, async ({ page, say }) => {
  const convert = page.getByRole("button", { name: say("lead.state.convert") });
  const { slug } = await foundWorkspace(page);
  await tell(page, slug, "fields.create", {
    ...{ entity: "lead", type: "number", label: "Сколько окон", section: "Объект" },
  });
  const lead = await tell<{ id: string }>(page, slug, "leads.create", {
    ...{ title: "Окна на дачу", name: "Ольга", phones: ["030 1234567", "030 7654321"] },
    ...{ comment: "Пять окон,\nсрочно", utm: { source: "yandex" } },
  });
  await page.goto(`/${slug}/leads/${lead.id}`);
  const object = page.getByRole("region", { name: "Объект" });
  await object.getByRole("button", { name: /^Сколько окон/ }).click();
  await object.getByRole("textbox", { name: "Сколько окон" }).fill("5");
  await page.keyboard.press("Enter");
  const filled = say("record.edit", { field: "Сколько окон", value: "5" });
  await expect(object.getByRole("button", { name: filled })).toBeVisible();
  const part = (key: "points.title" | "groups.message" | "groups.origin") =>
    page.getByRole("region", { name: say(`record.${key}`) });
  await expect(part("points.title").getByRole("link")).toHaveCount(2);
  await expect(part("groups.message")).toContainText("Пять окон,");
  await expect(part("groups.origin")).toContainText("yandex");
  await page.getByRole("tab", { name: say("record.tabs.history") }).click();
  await expect(page.getByRole("list", { name: say("record.history.label") })).toContainText("Сколько окон");

  await page.getByRole("button", { name: say("record.menu.label"), exact: true }).click();
  await page.getByRole("menuitem", { name: say("lead.kind.mark.test") }).click();
  await expect(page.getByText(say("lead.state.noise.test"))).toBeVisible();
  await page.getByRole("button", { name: say("lead.state.return") }).click();
  await expect(convert).toBeVisible();

  await page.getByRole("button", { name: say("record.menu.label"), exact: true }).click();
  await page.getByRole("menuitem", { name: say("record.menu.delete") }).click();
  await expect(page).toHaveURL(new RegExp(`/${slug}/leads$`));
  await page.goBack();
  await page
    .getByRole("main")
    .getByRole("button", { name: say("record.trash.restore") })
    .click();
  await expect(convert).toBeVisible();
});

test("a robot made in the editor on a stage of leads acts on the lead that comes there", {
  tag: "@ru",
}, async ({ page, say }) => {
  const plan = say.declared("Plan an activity");
  const { slug } = await foundWorkspace(page);
  const [pipeline] = await ask<Pipeline[]>(page, slug, "pipelines.list", { entity: "lead" });
  const stage = pipeline?.stages[1]?.name ?? "";
  const title = "Windows for a cottage";
  await tell(page, slug, "leads.create", { title, name: "Olga Stone" });
  await page.goto(`/${slug}/leads`);
  const editor = await openRobots(page, stage);
  await editor.getByRole("button", { name: say("robots.editor.add") }).click();
  await editor.getByRole("button", { name: plan }).click();
  await editor.getByLabel(say.declared("Title", { where: "actions/" })).fill("Measure: {{ lead.title }}");
  await editor.getByRole("combobox", { name: say.declared("Kind", { where: "actions/" }) }).click();
  await page.getByRole("option", { name: say.declared("To-do", { where: "actions/" }) }).click();
  await editor.getByRole("button", { name: say("robots.editor.add") }).click();
  const made = editor.getByRole("button", { name: say("robots.list.open", { name: plan }), exact: true });
  await expect(made).toBeVisible();
  await page.keyboard.press("Escape");

  await dragCard(page, title, stage);
  await page.getByRole("link", { name: title, exact: true }).click();
  const sheet = page.getByRole("dialog", { name: title });
  await sheet.getByRole("tab", { name: say("record.tabs.activities") }).click();
  await expect(sheet.getByText(`Measure: ${title}`)).toBeVisible({ timeout: 20_000 });
});
