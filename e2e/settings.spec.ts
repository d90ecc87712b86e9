import { expect, type Locator, type Page } from "@playwright/test";
import { tell } from "./support/api";
import { test } from "./support/test";
import { type Key, type Say, wordsOf } from "./support/words";
import { colleague, foundWorkspace } from "./support/workspace";

type Made = { id: string };

test("what was deleted lies in the trash by its kind, and comes back with all it had", {
  tag: "@en",
}, async ({ page, say }) => {
  const { slug } = await foundWorkspace(page);
  const [, pavel, acme] = await Promise.all([
    tell<Made>(page, slug, "contacts.create", { name: "Olga Berg", phone: "030 901820" }),
    tell<Made>(page, slug, "contacts.create", { name: "Pavel Stein" }),
    tell<Made>(page, slug, "companies.create", { name: "Acme" }),
  ]);
  await tell(page, slug, "records.trash", { entity: "contact", id: pavel.id });
  await tell(page, slug, "records.trash", { entity: "company", id: acme.id });
  await page.goto(`/${slug}/contacts`);
  const rows = page.locator("[data-record]");
  await expect(rows).toHaveCount(1);
  const trash = page.getByRole("main").getByRole("link", { name: say("records.trash.open"), exact: true });
  await trash.click();
  await expect(restoring(page, "Pavel Stein")).toBeVisible();
  for (const name of ["Olga Berg", "Acme"]) await expect(restoring(page, name)).toHaveCount(0);

  await visit(page, "board.nav.contacts");
  await page.getByRole("link", { name: "Olga Berg", exact: true }).click();
  await page.getByRole("button", { name: say("record.menu.label"), exact: true }).click();
  await page.getByRole("menuitem", { name: say("record.menu.delete") }).click();
  await expect(page).toHaveURL(/\/contacts$/);
  await expect(page.getByText(say("records.entity.contact.empty"))).toBeVisible();
  await trash.click();
  await expect(restoring(page, "Olga Berg")).toBeVisible();
  await page.getByRole("radio", { name: say("records.entity.company.many") }).click();
  await expect(restoring(page, "Acme")).toBeVisible();
  await expect(restoring(page, "Olga Berg")).toHaveCount(0);
  await page.getByRole("radio", { name: say("records.entity.contact.many") }).click();
  await restoring(page, "Olga Berg").click();
  await expect(page.getByText(say("records.trash.restored", { name: "Olga Berg" }))).toBeVisible();
  await expect(restoring(page, "Olga Berg")).toHaveCount(0);
  await expect(restoring(page, "Pavel Stein")).toBeVisible();

  await visit(page, "board.nav.contacts");
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText("Olga Berg");
  await expect(rows).toContainText("030 901820");
});

test("the trash offers what one may bring back, and nothing to whoever deletes nothing", {
  tag: "@ru",
}, async ({ page, browser, say }) => {
  const { slug } = await foundWorkspace(page);
  await page.goto("/workspaces");
  const { id: teamId } = await tell<Made>(page, slug, "identity.createTeam", { name: "North" });
  const { page: theirs, memberId } = await colleague(browser, page, slug, { role: "team_lead", teamId });
  const made = await Promise.all([
    tell<Made>(page, slug, "contacts.create", { name: "Olga Berg" }),
    tell<Made>(page, slug, "contacts.create", { name: "Pavel Stein", ownerId: memberId }),
  ]);
  for (const { id } of made) await tell(page, slug, "records.trash", { entity: "contact", id });
  await theirs.goto(`/${slug}/settings/trash?of=contact`);
  await expect(restoring(theirs, "Pavel Stein")).toBeVisible();
  await expect(restoring(theirs, "Olga Berg")).toHaveCount(0);
  await restoring(theirs, "Pavel Stein").click();
  await expect(theirs.getByText(say("records.trash.empty"))).toBeVisible();

  await tell(page, slug, "identity.changeMember", { memberId, changes: { role: "sales" } });
  await theirs.goto(`/${slug}/contacts`);
  await expect(theirs.locator("[data-record]")).toContainText("Pavel Stein");
  const trash = theirs.getByRole("main").getByRole("link", { name: say("records.trash.open"), exact: true });
  await expect(trash).toHaveCount(0);
  await theirs.goto(`/${slug}/settings/trash`);
  await expect(theirs.getByText(say("records.trash.forbidden"))).toBeVisible();
  await theirs.context().close();
});

test("a workspace gets another name, time zone, currency and language, and its days follow", {
  tag: "@en",
}, async ({ page, say }) => {
  const { slug } = await foundWorkspace(page);
  await tell(page, slug, "fields.create", { entity: "contact", type: "datetime", label: "Call" });
  const call = new Date("2026-03-05T20:30:00Z");
  await tell(page, slug, "contacts.create", { name: "Olga Berg", custom: { c_call: call.toISOString() } });
  const dayIn = (timeZone: string) =>
    new Intl.DateTimeFormat(say.language, { day: "numeric", month: "short", timeZone }).format(call);
  await page.goto(`/${slug}/contacts?columns=name.c_call`);
  await expect(page.locator("[data-record]")).toContainText(dayIn("Europe/Berlin"));

  await visit(page, "board.nav.settings");
  const name = page.getByRole("textbox", { name: say("settings.general.name"), exact: true });
  const choice = (key: Key) => page.getByRole("combobox", { name: say(key), exact: true });
  const zone = choice("settings.general.timeZone");
  const currency = choice("settings.general.currency");
  const language = choice("settings.general.language");
  const other = say.language === "en" ? "Русский" : "English";
  await zone.click();
  await page.getByPlaceholder(say("ui.combobox.search")).fill("Asia/Tokyo");
  await page.getByRole("option").click();
  await choose(currency, /^USD/);
  await choose(language, other);
  await name.fill(" ");
  const save = page.getByRole("button", { name: say("settings.save"), exact: true });
  await save.click();
  await expect(name).toHaveAccessibleDescription(say("errors.field.required"));
  const expectChosen = async () => {
    await expect(zone).toContainText("UTC+9");
    await expect(currency).toContainText("USD");
    await expect(language).toHaveText(other);
  };
  await expectChosen();
  await name.fill("Oak and Sons");
  await save.click();
  await expect(page.getByText(say("settings.saved"), { exact: true })).toBeVisible();
  await expect(name).not.toHaveAttribute("aria-invalid");
  const workspace = `${say("board.workspace.switch")}: Oak and Sons`;
  await page.getByRole("button", { name: workspace, exact: true }).click();
  await expect(page.getByRole("menuitem", { name: "Oak and Sons" })).toBeVisible();
  await page.keyboard.press("Escape");

  await page.goBack();
  await expect(page.locator("[data-record]")).toContainText(dayIn("Asia/Tokyo"));
  await page.goto(`/${slug}/settings`);
  await expect(name).toHaveValue("Oak and Sons");
  await expectChosen();
});

test("a field goes to the archive and comes back, and records still hold what they held", {
  tag: "@ru",
}, async ({ page, say }) => {
  const { slug } = await foundWorkspace(page);
  const size = await tell<{ options: { choices: Made[] } }>(page, slug, "fields.create", {
    ...{ entity: "contact", type: "list", label: "Size" },
    options: { choices: [{ name: "Small" }, { name: "Large" }] },
  });
  const custom = { c_size: size.options.choices[1]?.id };
  await tell(page, slug, "contacts.create", { name: "Olga Berg", custom });
  await page.goto(`/${slug}/settings/fields?of=contact`);
  await page.getByRole("button", { name: say("fields.menu", { name: "Size" }) }).click();
  await page.getByRole("menuitem", { name: say("fields.archive") }).click();
  await expect(page.getByText(say("fields.archived", { name: "Size" }))).toBeVisible();
  const edit = page.getByRole("button", { name: say("fields.edit", { name: "Size" }) });
  await expect(edit).toHaveCount(0);
  const about = await openOlga(page, say);
  const held = about.getByRole("combobox", { name: "Size" });
  await expect(held).toHaveCount(0);

  await visit(page, "board.nav.settings");
  const tabs = page.getByRole("navigation", { name: say("settings.tabs.label"), exact: true });
  await tabs.getByRole("link", { name: say("settings.tabs.fields"), exact: true }).click();
  await page.getByRole("radio", { name: say("records.entity.contact.many") }).click();
  const restore = page.getByRole("button", { name: say("fields.restoreOf", { name: "Size" }) });
  await restore.click();
  await expect(edit).toBeVisible();
  await expect(restore).toHaveCount(0);
  await openOlga(page, say);
  await expect(held).toHaveText("Large");
});

test("a field without a name or choices and a section named twice are told so where it is wrong", {
  tag: "@en",
}, async ({ page, say }) => {
  const { slug } = await foundWorkspace(page);
  await page.goto(`/${slug}/settings/fields?of=contact`);
  await page.getByRole("button", { name: say("fields.add"), exact: true }).click();
  const dialog = page.getByRole("dialog");
  const name = dialog.getByRole("textbox", { name: say("fields.name"), exact: true });
  const choices = dialog.getByRole("group", { name: say("fields.choices") });
  const create = dialog.getByRole("button", { name: say("fields.create"), exact: true });
  await choose(dialog.getByRole("combobox", { name: say("fields.typeLabel") }), say("fields.type.list"));
  await create.click();
  const required = say("errors.field.required");
  await expect(name).toHaveAccessibleDescription(required);
  await expect(choices.getByRole("alert")).toHaveText(required);
  await name.fill("Size");
  await create.click();
  await expect(name).not.toHaveAttribute("aria-invalid");
  await expect(choices.getByRole("alert")).toHaveText(required);
  await expect(name).toHaveValue("Size");
  await choices
    .getByRole("textbox", { name: say("fields.choice", { number: 1 }), exact: true })
    .fill("Small");
  await create.click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("button", { name: say("fields.edit", { name: "Size" }) })).toBeVisible();

  const section = dialog.getByRole("textbox", { name: say("fields.section"), exact: true });
  const addSection = async () => {
    await page.getByRole("button", { name: say("fields.addSection") }).click();
    await section.fill("Sizes");
    await dialog.getByRole("button", { name: say("fields.save"), exact: true }).click();
  };
  await addSection();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 3, name: "Sizes" })).toBeVisible();
  await addSection();
  await expect(section).toHaveAccessibleDescription(new RegExp(`^${say("fields.sectionTaken")}`));
  await expect(section).toHaveValue("Sizes");
});

/** What brings a record back from the trash. */
function restoring(page: Page, name: string): Locator {
  return page.getByRole("button", { name: wordsOf(page)("records.trash.restoreOf", { name }) });
}

/** Goes by the sidebar, with what the pages have fetched still in mind. */
function visit(page: Page, key: Key): Promise<void> {
  const say = wordsOf(page);
  const nav = page.getByRole("navigation", { name: say("shell.navigation"), exact: true });
  return nav.getByRole("link", { name: say(key), exact: true }).click();
}

async function choose(select: Locator, option: string | RegExp): Promise<void> {
  await select.click();
  await select.page().getByRole("option", { name: option, exact: true }).click();
}

/** From the list to Olga's page. @returns what it says of her */
async function openOlga(page: Page, say: Say): Promise<Locator> {
  await visit(page, "board.nav.contacts");
  await page.getByRole("link", { name: "Olga Berg", exact: true }).click();
  const about = page.getByRole("region", { name: say("record.about", { entity: "contact" }) });
  await expect(about).toBeVisible();
  return about;
}
