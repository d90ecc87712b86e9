import { expect, type Locator, type Page } from "@playwright/test";
import { stageOf, tell } from "./support/api";
import { column } from "./support/board";
import { test } from "./support/test";
import { fingerOn, liftBy, middleOf } from "./support/touch";
import { some, wordsOf } from "./support/words";
import { settleIn } from "./support/workspace";

/** A workspace of one's own, looking at its stages. @returns its address */
async function openStages(page: Page, samples: "samples" | "empty" = "empty"): Promise<string> {
  const { slug } = await settleIn(page, "Anna", samples);
  await page.goto(`/${slug}/pipelines`);
  await expect(row(page, wordsOf(page).declared("New enquiry"))).toBeVisible();
  return slug;
}

const pageOf = (within: Page | Locator) => ("page" in within ? within.page() : within);

/** The handles of stages, and of robots in their sheet; by name one of them. */
function handles(within: Page | Locator, name = some): Locator {
  const { like } = wordsOf(pageOf(within));
  const [stage, robot] = [
    like("robots.pipelines.moveStage", { stage: name }),
    like("robots.list.move", { name }),
  ];
  const buttons = within.getByRole("button", { name: stage });
  return buttons.or(within.getByRole("button", { name: robot }));
}
const handle = (within: Page | Locator, name: string) => handles(within, name).first();
const row = (page: Page, stage: string) => page.getByRole("listitem").filter({ has: handle(page, stage) });

/** What is to be put in order, from the top. */
async function order(within: Page | Locator): Promise<string[]> {
  const names = await handles(within).evaluateAll((all) => all.map((one) => one.ariaLabel ?? ""));
  return names.map((name) => /[“«](.*)[”»]/.exec(name)?.[1] ?? "");
}

/** Drags by the handle with the mouse to just above another's middle. */
async function dragAbove(page: Page, moved: Locator, target: Locator): Promise<void> {
  // A sheet slides in: hovering waits until it stands still, only then are places worth measuring.
  await moved.hover();
  const from = await middleOf(moved);
  const to = await middleOf(target);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 4, from.y + 4, { steps: 4 });
  await page.mouse.move(to.x, to.y - 6, { steps: 12 });
  await page.mouse.move(to.x + 1, to.y - 7, { steps: 2 });
  await page.mouse.up();
}

/** Gives a stage robots by name, in this order. */
async function addRobots(page: Page, slug: string, stage: string, names: string[]): Promise<void> {
  const { id: place } = await stageOf(page, slug, stage);
  for (const name of names) {
    await tell(page, slug, "automation.saveRobot", {
      place,
      name,
      actionType: "activity.create",
      params: { kind: "todo", title: "Ask" },
    });
  }
}

/** Opens a stage's robots, which are three, from the list of stages. */
async function openRobots(page: Page, stage: string): Promise<Locator> {
  const say = wordsOf(page);
  await row(page, stage)
    .getByRole("button", { name: say("robots.pipelines.robotsOf", { count: 3, stage }) })
    .click();
  return page.getByRole("dialog", { name: say("robots.sheet.title", { stage }) });
}

async function removeStage(page: Page, stage: string): Promise<Locator> {
  const say = wordsOf(page);
  await page.getByRole("button", { name: say("robots.pipelines.stageMenu", { stage }) }).click();
  await page.getByRole("menuitem", { name: say("robots.pipelines.removeStage") }).click();
  const title = say("robots.pipelines.removeStageTitle", { stage });
  const question = page.getByRole("alertdialog", { name: title });
  await question.getByRole("button", { name: say("robots.pipelines.removeStage") }).click();
  return question;
}

test("stages are put in order with the mouse, on the board too, and Undo puts them back", {
  tag: "@ru",
}, async ({ page, say }) => {
  const slug = await openStages(page);
  const before = await order(page);
  const [first = "", second = "", third = ""] = before;
  await dragAbove(page, handle(page, third), handle(page, first));
  const after = [third, first, second, ...before.slice(3)];
  await expect.poll(() => order(page)).toEqual(after);
  await page.reload();
  await expect.poll(() => order(page)).toEqual(after);
  await page.goto(`/${slug}/deals`);
  const columns = page.locator("[data-slot=kanban-column]");
  await expect(columns.first()).toHaveAccessibleName(third);

  await page.goto(`/${slug}/pipelines`);
  await dragAbove(page, handle(page, first), handle(page, third));
  await expect.poll(() => order(page)).toEqual([first, third, ...after.slice(2)]);
  await page.getByRole("button", { name: say("ui.undo") }).click();
  await expect.poll(() => order(page)).toEqual(after);
});

test("a stage's robots are put in order with the mouse", { tag: "@en" }, async ({ page, say }) => {
  const needs = say.declared("Needs analysis");
  const slug = await openStages(page);
  await addRobots(page, slug, needs, ["One", "Two", "Three"]);
  await page.reload();
  const sheet = await openRobots(page, needs);
  await expect.poll(() => order(sheet)).toEqual(["One", "Two", "Three"]);
  await dragAbove(page, handle(sheet, "Three"), handle(sheet, "One"));
  await expect.poll(() => order(sheet)).toEqual(["Three", "One", "Two"]);
  await expect(
    page.getByText(say("robots.list.announce", { name: "Three", place: 1, total: 3 })),
  ).toBeAttached();
  await page.reload();
  await openRobots(page, needs);
  await expect.poll(() => order(sheet)).toEqual(["Three", "One", "Two"]);
});

test("a removed stage leaves the board, and Undo brings it back with its robots", { tag: "@ru" }, async ({
  page,
  say,
}) => {
  const needs = say.declared("Needs analysis");
  const slug = await openStages(page);
  await addRobots(page, slug, needs, ["One"]);
  await page.reload();
  await expect(row(page, needs)).toBeVisible();
  const before = await order(page);
  await removeStage(page, needs);
  await expect.poll(() => order(page)).toEqual(before.filter((name) => name !== needs));
  const board = await page.context().newPage();
  await board.goto(`/${slug}/deals`);
  await expect(column(board, say.declared("New enquiry"))).toBeVisible();
  await expect(column(board, needs)).toHaveCount(0);

  await page.getByRole("button", { name: say("ui.undo") }).click();
  await expect.poll(() => order(page)).toEqual(before);
  await page.reload();
  await expect.poll(() => order(page)).toEqual(before);
  await expect(
    row(page, needs).getByRole("button", {
      name: say("robots.pipelines.robotsOf", { count: 1, stage: needs }),
    }),
  ).toBeVisible();
  await board.reload();
  await expect(column(board, needs)).toBeVisible();
});

test("a stage with deals is neither removed nor given another outcome, and says how many stand there", {
  tag: "@en",
}, async ({ page, say }) => {
  const needs = say.declared("Needs analysis");
  const means = say("robots.pipelines.outcomeOf", { stage: needs });
  const slug = await openStages(page);
  const { id: stageId } = await stageOf(page, slug, needs);
  await tell(page, slug, "deals.create", { title: "One", stageId });
  await tell(page, slug, "deals.create", { title: "Two", stageId });
  const words = say("errors.STAGE_NOT_EMPTY", { count: 2 });
  const question = await removeStage(page, needs);
  await expect(question.getByRole("alert")).toHaveText(words);
  await question.getByRole("button", { name: say("robots.pipelines.cancel") }).click();

  await page.getByRole("combobox", { name: means }).click();
  await page.getByRole("option", { name: say("robots.pipelines.outcome.won") }).click();
  await expect(row(page, needs).getByRole("alert")).toHaveText(words);
  await page.reload();
  await expect(page.getByRole("combobox", { name: means })).not.toContainText(
    say("robots.pipelines.outcome.won"),
  );
});

test.describe("by finger", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test("stages and robots are put in order", { tag: "@en" }, async ({ page, say }) => {
    const needs = say.declared("Needs analysis");
    const slug = await openStages(page);
    await addRobots(page, slug, needs, ["One", "Two", "Three"]);
    await page.reload();
    await expect(row(page, say.declared("New enquiry"))).toBeVisible();
    const [first = "", second = "", ...rest] = await order(page);
    const finger = await fingerOn(page);
    await liftBy(finger, handle(page, second));
    const above = await middleOf(handle(page, first));
    await finger.move({ x: above.x + 40, y: above.y - 40 });
    await finger.up();
    await expect.poll(() => order(page)).toEqual([second, first, ...rest]);
    await page.reload();
    await expect.poll(() => order(page)).toEqual([second, first, ...rest]);

    const sheet = await openRobots(page, needs);
    await liftBy(finger, handle(sheet, "One"));
    const last = await middleOf(handle(sheet, "Three"));
    await finger.move({ x: last.x, y: last.y + 40 });
    await finger.up();
    await expect.poll(() => order(sheet)).toEqual(["Two", "Three", "One"]);
    await page.reload();
    await openRobots(page, needs);
    await expect.poll(() => order(sheet)).toEqual(["Two", "Three", "One"]);
  });
});
