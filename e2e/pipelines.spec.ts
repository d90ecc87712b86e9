import { expect } from "@playwright/test";
import { dealOf, pipelineOf, stageOf, tell } from "./support/api";
import { card, column, dragCard } from "./support/board";
import { test } from "./support/test";
import { settleIn } from "./support/workspace";

test("a stage requires a field of one's own, which is asked for there, and a formula counts with it", {
  tag: "@ru",
}, async ({ page, say }) => {
  const needs = say.declared("Needs analysis");
  const { slug } = await settleIn(page, "Anna", "empty");
  const { id: stageId } = await stageOf(page, slug, say.declared("New enquiry"));
  const [size, twice] = ["S-1", "S-2"];
  const of = { entity: "deal" };
  const { key } = await tell<{ key: string }>(page, slug, "fields.create", {
    ...{ ...of, type: "number", label: size },
  });
  await tell(page, slug, "fields.create", {
    ...{ ...of, type: "formula", label: twice, options: { formula: `${key} * 2`, returns: "number" } },
  });
  await tell(page, slug, "deals.create", { title: "Windows", stageId });

  await page.goto(`/${slug}/pipelines`);
  await page.getByRole("button", { name: say("robots.pipelines.requiredOf", { stage: needs }) }).click();
  await page.getByRole("checkbox", { name: size }).click();
  await expect(page.getByRole("checkbox", { name: size })).toBeChecked();
  await page.keyboard.press("Escape");
  await expect(page.getByText(say("robots.pipelines.requiredCount", { count: 1 })).first()).toBeVisible();

  await page.goto(`/${slug}/deals`);
  await dragCard(page, "Windows", needs);
  const question = page.getByRole("dialog", { name: say("board.required.title", { stage: needs }) });
  await question.getByLabel(size).fill("4");
  await question.getByRole("button", { name: say("board.required.confirm") }).click();
  await expect(card(column(page, needs), "Windows")).toBeVisible();
  const { id } = await dealOf(page, slug, "Windows");
  await page.goto(`/${slug}/deals/${id}`);
  const row = page.locator("div").filter({ has: page.getByText(twice, { exact: true }) });
  await expect(row.last()).toContainText("8");
});

test("a second pipeline is made, and the board goes from one to the other", { tag: "@en" }, async ({
  page,
  say,
}) => {
  const { slug } = await settleIn(page, "Anna", "empty");
  const { id: stageId } = await stageOf(page, slug, say.declared("New enquiry"));
  await tell(page, slug, "deals.create", { title: "In the first", stageId });
  await page.goto(`/${slug}/pipelines`);
  await page.getByRole("button", { name: say("robots.pipelines.addPipeline") }).click();
  const dialog = page.getByRole("dialog", { name: say("robots.pipelines.newPipeline") });
  await dialog.getByLabel(say("robots.pipelines.pipelineName")).fill("Repeat");
  await dialog.getByRole("button", { name: say("robots.pipelines.addPipeline") }).click();
  await expect(page.getByRole("region", { name: "Repeat" }).getByRole("listitem")).toHaveCount(4);
  const pipelineId = new URL(page.url()).searchParams.get("pipeline");
  expect(pipelineId).not.toBe((await pipelineOf(page, slug)).id);

  await page.goto(`/${slug}/deals`);
  await expect(card(page, "In the first")).toBeVisible();
  await page.getByRole("combobox", { name: say("board.filter.pipeline") }).click();
  await page.getByRole("option", { name: "Repeat" }).click();
  await expect(card(page, "In the first")).toBeHidden();
  await page
    .getByRole("button", { name: say("board.new.open") })
    .first()
    .click();
  const form = page.getByRole("dialog", { name: say("board.new.title") });
  await form.getByLabel(say("board.new.name")).fill("In the second");
  await form.getByRole("button", { name: say("board.new.create") }).click();
  await expect(card(page, "In the second")).toBeVisible();
  await page.reload();
  await expect(card(page, "In the second")).toBeVisible();
  await expect(card(page, "In the first")).toBeHidden();
});
