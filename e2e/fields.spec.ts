import { expect, type Locator, type Page } from "@playwright/test";
import { ask, tell } from "./support/api";
import { axe } from "./support/axe";
import { test } from "./support/test";
import { fingerOn, liftBy, middleOf } from "./support/touch";
import { type Say, wordsOf } from "./support/words";
import { foundWorkspace } from "./support/workspace";

type Section = { name: string | null; keys: string[] };

/** What stands where in the editor, from the top: sections in brackets, fields by their names. */
async function shown(page: Page): Promise<string[]> {
  const rows = page.getByRole("list", { name: wordsOf(page)("fields.title") }).getByRole("listitem");
  return rows.evaluateAll((all) =>
    all.map((row) => {
      const head = row.querySelector("h3");
      return head ? `[${head.textContent}]` : (row.querySelector("span")?.textContent ?? "");
    }),
  );
}

/** From one name on, as many rows as are expected. */
async function expectBelow(page: Page, rows: string[]): Promise<void> {
  await expect
    .poll(async () => {
      const all = await shown(page);
      return all.slice(all.indexOf(rows[0] ?? ""), all.indexOf(rows[0] ?? "") + rows.length);
    })
    .toEqual(rows);
}

const handle = (page: Page, say: Say, name: string) =>
  page.getByRole("button", { name: say("fields.move", { name }) });
const sectionHandle = (page: Page, say: Say, name: string) =>
  page.getByRole("button", { name: say("fields.moveSection", { name }) });

async function dragTo(page: Page, moved: Locator, target: Locator, side: -1 | 1): Promise<void> {
  await moved.scrollIntoViewIfNeeded();
  const from = await middleOf(moved);
  const to = await middleOf(target);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 4, from.y + 4, { steps: 4 });
  await page.mouse.move(to.x, to.y + 6 * side, { steps: 12 });
  await page.mouse.move(to.x + 1, to.y + 7 * side, { steps: 2 });
  await page.mouse.up();
}

/** A workspace whose contacts have two fields of its own, with the editor of fields open. */
async function openFields(page: Page): Promise<{ slug: string; size: string; colour: string }> {
  const { slug } = await foundWorkspace(page);
  const [size, colour] = ["S-1", "C-1"];
  for (const label of [size, colour]) {
    await tell(page, slug, "fields.create", { entity: "contact", type: "text", label });
  }
  await page.goto(`/${slug}/settings/fields?of=contact`);
  await expect(handle(page, wordsOf(page), size)).toBeVisible();
  return { slug, size, colour };
}

async function addSection(page: Page, say: Say, name: string): Promise<void> {
  await page.getByRole("button", { name: say("fields.addSection") }).click();
  await page.getByRole("dialog").getByLabel(say("fields.section")).fill(name);
  await page
    .getByRole("dialog")
    .getByRole("button", { name: say("fields.save") })
    .click();
  await expect(sectionHandle(page, say, name)).toBeVisible();
}

/** The next request of a name waits until it is released. */
async function held(page: Page, name: RegExp): Promise<{ release: () => void }> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(
    name,
    async (route) => {
      await released;
      await route.continue();
    },
    { times: 1 },
  );
  return { release };
}

test("fields and their sections are dragged into order, and a record shows them so", { tag: "@en" }, async ({
  page,
  say,
}) => {
  const { slug, size, colour } = await openFields(page);
  const company = say.declared("Company", { where: "contacts/fields" });
  const owner = say.declared("Owner", { where: "contacts/fields" });
  await addSection(page, say, "One");
  await addSection(page, say, "Two");
  await page.reload();
  await expectBelow(page, ["[One]", "[Two]"]);

  await dragTo(page, handle(page, say, size), sectionHandle(page, say, "Two"), 1);
  await expectBelow(page, ["[One]", "[Two]", size]);
  await dragTo(page, handle(page, say, company), handle(page, say, size), -1);
  await expectBelow(page, ["[One]", "[Two]", company, size]);
  await dragTo(page, handle(page, say, colour), sectionHandle(page, say, "One"), 1);
  await expectBelow(page, ["[One]", colour, "[Two]", company, size]);
  await dragTo(page, sectionHandle(page, say, "Two"), sectionHandle(page, say, "One"), -1);
  await expectBelow(page, ["[Two]", company, size, "[One]", colour]);
  await page.getByRole("button", { name: say("ui.undo") }).click();
  await expectBelow(page, ["[One]", colour, "[Two]", company, size]);
  const { violations } = await axe(page).withTags(["wcag2a", "wcag2aa"]).analyze();
  expect.soft(violations.map(({ id }) => id)).toEqual([]);

  const contact = await tell<{ id: string }>(page, slug, "contacts.create", { name: "Olga" });
  await page.goto(`/${slug}/contacts/${contact.id}`);
  const two = page.getByRole("region", { name: "Two" });
  await expect(two.locator("label")).toHaveText([company, size]);
  const first = page.getByRole("region", { name: say("record.about", { entity: "contact" }) });
  await expect(first.locator("label").first()).toHaveText(owner);
});

test("by keys and menus fields and sections go where a hand would drag them", { tag: "@ru" }, async ({
  page,
  say,
}) => {
  const { slug, size, colour } = await openFields(page);
  await addSection(page, say, "One");
  await addSection(page, say, "Two");
  // News that comes while a change is on its way does not take it back.
  const saved = await held(page, /fields\.arrange/);
  await sectionHandle(page, say, "Two").press("ArrowUp");
  const news = page.waitForResponse(/fields\.layout/);
  await tell(page, slug, "fields.create", { entity: "contact", type: "text", label: "N-1" });
  await news;
  await expectBelow(page, ["[Two]", "[One]"]);
  saved.release();
  await expect(handle(page, say, "N-1")).toBeVisible();
  await expectBelow(page, ["[Two]", "[One]"]);
  await expect(sectionHandle(page, say, "Two")).toBeFocused();
  await page.getByRole("button", { name: say("fields.menu", { name: size }) }).click();
  await page.getByRole("menuitemradio", { name: "One" }).click();
  await expectBelow(page, ["[Two]", "[One]", size]);
  await handle(page, say, size).press("ArrowUp");
  await expectBelow(page, ["[Two]", size, "[One]"]);
  await page.getByRole("button", { name: say("fields.sectionMenu", { name: "Two" }) }).click();
  await page.getByRole("menuitem", { name: say("fields.removeSection") }).click();
  await expectBelow(page, [colour, "N-1", size, "[One]"]);
  await page.getByRole("button", { name: say("ui.undo") }).click();
  await expectBelow(page, ["[Two]", size, "[One]"]);

  // A colleague's arrangement in between is not written over.
  const sections: Section[] = [{ name: null, keys: [] }];
  await expect(async () => {
    const { version } = await ask<{ version: number }>(page, slug, "fields.layout", { entity: "contact" });
    await tell(page, slug, "fields.arrange", { entity: "contact", version, sections });
  }).toPass();
  await expect(sectionHandle(page, say, "Two")).toBeHidden();
});

test.describe("by finger", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test("a field and a section are put in order on a phone", { tag: "@ru" }, async ({ page, say }) => {
    const { size } = await openFields(page);
    await addSection(page, say, "One");
    await addSection(page, say, "Two");
    const finger = await fingerOn(page);
    await handle(page, say, size).scrollIntoViewIfNeeded();
    await liftBy(finger, handle(page, say, size));
    const one = await middleOf(sectionHandle(page, say, "One"));
    await finger.move({ x: one.x + 40, y: one.y + 8 });
    await finger.up();
    await expectBelow(page, ["[One]", size, "[Two]"]);
    await liftBy(finger, sectionHandle(page, say, "Two"));
    const above = await middleOf(sectionHandle(page, say, "One"));
    await finger.move({ x: above.x + 40, y: above.y });
    await finger.up();
    await expectBelow(page, ["[Two]", "[One]", size]);
  });
});
