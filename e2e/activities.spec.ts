import { expect, type Page } from "@playwright/test";
import { stageOf, tell } from "./support/api";
import { axe } from "./support/axe";
import { test } from "./support/test";
import { type Say, wordsOf } from "./support/words";
import { foundWorkspace } from "./support/workspace";

const week = "view=week&day=2027-03-03";

async function place(page: Page) {
  const { slug } = await foundWorkspace(page);
  const { id: stageId } = await stageOf(page, slug, wordsOf(page).declared("New enquiry"));
  await tell(page, slug, "deals.create", { title: "Windows", stageId });
  return slug;
}

async function inspect(page: Page) {
  const { violations } = await axe(page).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

/** A moment as the calendar says it. */
function said({ language }: Say, at: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" }).format(new Date(at));
}

const dayName = (say: Say, at: string) => said(say, at, { weekday: "long", day: "numeric", month: "long" });
/** What the buttons of an empty day and of an empty half hour say. */
const planOn = (say: Say, day: string) => say("activities.calendar.plan", { day: dayName(say, day) });
const planAt = (say: Say, at: string) =>
  say("activities.calendar.planAt", { day: dayName(say, at), time: said(say, at, { timeStyle: "short" }) });

test("an activity is planned where the calendar is empty: drawn by mouse, by keys, on a day, and from the list", {
  tag: "@en",
}, async ({ page, say }) => {
  test.setTimeout(90_000);
  const slug = await place(page);
  const dialog = page.getByRole("dialog", { name: say("activities.plan") });
  const field = (name: "what" | "time" | "duration" | "description" | "aboutRecord") =>
    dialog.getByLabel(say(`activities.${name}`), { exact: true });

  await test.step("an hour and a half is drawn over a Wednesday", async () => {
    await page.goto(`/${slug}/activities?${week}`);
    const wednesday = page.getByRole("button", { name: planAt(say, "2027-03-03T09:00Z") });
    const { x = 0, y = 0, width = 0 } = (await wednesday.boundingBox()) ?? {};
    // Half hours are 22 pixels high.
    await page.mouse.move(x + width / 2, y + 10 * 44 + 5);
    await page.mouse.down();
    await page.mouse.move(x + width / 2, y + 11 * 44 + 5);
    await page.mouse.up();
    await expect(field("time")).toHaveValue("10:00");
    await expect(field("duration")).toHaveValue("90");
    await field("what").fill("Measure the roof");
    await field("description").fill("Bring the long ladder");
    await field("aboutRecord").click();
    await page.getByRole("option", { name: "Windows" }).click();
    await inspect(page);
    await dialog.getByRole("button", { name: say("activities.add"), exact: true }).click();
    await expect(page.getByRole("button", { name: /Measure the roof/ })).toBeVisible();
  });

  await test.step("the arrows choose a half hour, Enter plans, and it can be taken back", async () => {
    await page.getByRole("button", { name: planAt(say, "2027-03-01T10:00Z") }).focus();
    for (const key of ["ArrowRight", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp"])
      await page.keyboard.press(key);
    await expect(page.getByRole("button", { name: planAt(say, "2027-03-02T11:00Z") })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(field("time")).toHaveValue("11:00");
    await field("what").fill("Call Olga");
    await field("aboutRecord").click();
    await page.getByRole("option", { name: "Windows" }).click();
    await field("what").press("Enter");
    const chip = page.getByRole("button", { name: /Call Olga/ });
    await expect(chip).toBeVisible();
    const told = page.getByRole("status").filter({ hasText: "Call Olga" });
    await told.getByRole("button", { name: say("ui.undo") }).click();
    await expect(chip).toHaveCount(0);
  });

  await test.step("a day of the month takes an activity without a time", async () => {
    await page.goto(`/${slug}/activities?view=month&day=2027-03-03`);
    await page.getByRole("button", { name: planOn(say, "2027-03-12") }).click({ position: { x: 60, y: 70 } });
    await expect(field("time")).toHaveValue("");
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("button", { name: planOn(say, "2027-03-19") })).toBeFocused();
    await inspect(page);
  });
});

test("an activity is planned from the page of activities, and on a record with its details and owner", {
  tag: "@ru",
}, async ({ page, say }) => {
  test.setTimeout(90_000);
  const slug = await place(page);
  await page.goto(`/${slug}/activities`);
  await page
    .getByRole("button", { name: say("activities.plan") })
    .first()
    .click();
  const dialog = page.getByRole("dialog", { name: say("activities.plan") });
  await dialog.getByLabel(say("activities.what")).fill("Позвонить Ольге");
  await dialog.getByLabel(say("activities.aboutRecord"), { exact: true }).click();
  await page.getByRole("option", { name: "Windows" }).click();
  await dialog.getByRole("button", { name: say("activities.add"), exact: true }).click();
  // A robot of the stage plans a step of its own for the same deal.
  const planned = page.getByRole("listitem").filter({ hasText: "Позвонить Ольге" });
  await planned.getByRole("link", { name: "Windows" }).click();
  await page.getByRole("radio", { name: say("record.composer.plan") }).click();
  const what = page.getByRole("textbox", { name: say("activities.title") });
  await what.fill("Замер");
  await page.getByRole("button", { name: say("activities.description") }).click();
  await page.getByRole("textbox", { name: say("activities.description") }).fill("Взять лестницу");
  await expect(page.getByLabel(say("activities.owner"), { exact: true }).last()).toContainText("Anna");
  await page.getByRole("button", { name: say("activities.add"), exact: true }).click();
  await page.getByRole("tab", { name: say("record.tabs.activities") }).click();
  await expect(page.getByText("Взять лестницу")).toBeVisible();
});
