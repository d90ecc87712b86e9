import { randomBytes } from "node:crypto";
import { expect } from "@playwright/test";
import { addDeal, card, column, dragCard, openCard, openRobots } from "./support/board";
import { letterTo, subjectsTo } from "./support/mail";
import { test } from "./support/test";
import { comeAsNewPerson, settleIn } from "./support/workspace";

test("a new person drags a deal, and the stage's robots do their work", { tag: "@ru" }, async ({
  page,
  say,
}) => {
  const [fresh, proposal] = [say.declared("New enquiry"), say.declared("Proposal")];
  const mark = say.declared("Mark Hill");
  await comeAsNewPerson(page);
  // Every sample workspace has a Mark Hill: the outbox tells their letters apart by the deal.
  const title = `Network for the office ${randomBytes(3).toString("hex")}`;
  await addDeal(page, { title, amount: "125000", contact: mark });
  await expect(card(column(page, fresh), title)).toBeVisible();

  await test.step("the first stage's robot plans a call", async () => {
    const sheet = await openCard(page, title);
    const history = sheet.getByRole("list", { name: say("deal.timeline.label") });
    const call = say.declared("Call about “{{ deal.title }}”", { "deal.title": title });
    await expect(history.getByText(say("deal.timeline.planned", { title: call }))).toBeVisible();
    const name = say.declared("Call within the hour");
    await expect(history.getByText(say("deal.timeline.robot", { name }))).toBeVisible();
    await sheet.getByRole("tab", { name: say("record.tabs.activities") }).click();
    const done = say("activities.complete", { title: call });
    await expect(sheet.getByRole("checkbox", { name: done })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(sheet).toBeHidden();
  });

  await test.step("dragged to the proposal, its robot writes to the client", async () => {
    await dragCard(page, title, proposal);
    await expect(card(column(page, proposal), title)).toBeVisible();
    const subject = say.declared("Our proposal: {{ deal.title }}", { "deal.title": title });
    const letter = await letterTo(page, "client2@example.com", new RegExp(subject));
    expect(letter.text).toContain(mark);
    expect((await subjectsTo(page, "client2@example.com")).filter((one) => one.includes(title))).toHaveLength(
      1,
    );
  });

  await test.step("the move outlives a reload, and the timeline tells it", async () => {
    await page.reload();
    await expect(card(column(page, proposal), title)).toBeVisible();
    const sheet = await openCard(page, title);
    const moved = say("deal.timeline.moved", { from: fresh, to: proposal });
    await expect(sheet.getByText(moved)).toBeVisible();
    const name = say.declared("Thank the client");
    await expect(sheet.getByText(say("deal.timeline.robot", { name }))).toBeVisible();
  });
});

test("a robot that waits is stopped when the deal leaves its stage", { tag: "@en" }, async ({
  page,
  say,
}) => {
  const needs = say.declared("Needs analysis");
  await settleIn(page);
  const title = "A quick decision";
  await addDeal(page, { title });
  let sheet = await openCard(page, title);
  await sheet.getByRole("tab", { name: say("record.tabs.robots") }).click();
  const waiting = sheet.getByRole("listitem").filter({ hasText: say.declared("Remind after a day") });
  await expect(waiting).toHaveAttribute("data-status", "waiting");
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();

  await dragCard(page, title, needs);
  await expect(card(column(page, needs), title)).toBeVisible();
  sheet = await openCard(page, title);
  await sheet.getByRole("tab", { name: say("record.tabs.robots") }).click();
  await expect(
    sheet.getByText(say("robots.process.stopReason.stage_left", { entity: "deal" })),
  ).toBeVisible();
  await expect(waiting).toHaveAttribute("data-status", "stopped");
});

test("a robot made in the editor acts on the next deal", { tag: "@ru" }, async ({ page, say }) => {
  const needs = say.declared("Needs analysis");
  const plan = say.declared("Plan an activity");
  await settleIn(page, "Anna", "empty");
  const sheet = await openRobots(page, needs);
  await sheet.getByRole("button", { name: say("robots.editor.add") }).click();
  await sheet.getByRole("button", { name: plan }).click();
  await sheet.getByLabel(say.declared("Title", { where: "actions/" })).fill("? {{ deal.title }}");
  await sheet.getByRole("button", { name: say("robots.editor.add") }).click();
  await expect(sheet.getByText(say("errors.field.required"))).toBeVisible();
  await sheet.getByRole("combobox", { name: say.declared("Kind", { where: "actions/" }) }).click();
  await page.getByRole("option", { name: say.declared("To-do", { where: "actions/" }) }).click();
  await sheet.getByRole("button", { name: say("robots.editor.add") }).click();
  await expect(
    sheet.getByRole("button", { name: say("robots.list.open", { name: plan }), exact: true }),
  ).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();

  const title = "Something to ask about";
  await addDeal(page, { title });
  await dragCard(page, title, needs);
  const opened = await openCard(page, title);
  await expect(opened.getByText(say("deal.timeline.planned", { title: `? ${title}` }))).toBeVisible();
});

test("a lost stage asks for its reason, and without one the deal stays", { tag: "@en" }, async ({
  page,
  say,
}) => {
  const lost = say.declared("Lost", { where: "templates/common" });
  await settleIn(page);
  const title = "Not meant to be";
  await addDeal(page, { title });
  await page.setViewportSize({ width: 2100, height: 900 });
  await dragCard(page, title, lost);
  const question = page.getByRole("dialog", { name: say("board.loss.title") });
  await question.getByRole("button", { name: say("board.loss.cancel") }).click();
  await expect(card(column(page, say.declared("New enquiry")), title)).toBeVisible();

  await dragCard(page, title, lost);
  await question.getByRole("radio", { name: say.declared("Too expensive") }).click();
  await question.getByRole("button", { name: say("board.loss.confirm") }).click();
  await expect(card(column(page, lost), title)).toBeVisible();
});

test("a stage that requires a field asks for it and then lets the deal in", { tag: "@ru" }, async ({
  page,
  say,
}) => {
  const stage = say.declared("Proposal");
  await settleIn(page);
  const title = "Price to be agreed";
  await addDeal(page, { title });
  await dragCard(page, title, stage);
  const question = page.getByRole("dialog", { name: say("board.required.title", { stage }) });
  await question.getByLabel(say.declared("Amount", { where: "deals/fields" })).fill("4200");
  await question.getByRole("button", { name: say("board.required.confirm") }).click();
  await expect(card(column(page, stage), title)).toBeVisible();
});

test("a contact's address is corrected on the deal, and a wrong one is said at the field", {
  tag: "@en",
}, async ({ page, say }) => {
  const mark = say.declared("Mark Hill");
  const email = say("deal.contact.email");
  await settleIn(page);
  await addDeal(page, { title: "Second office", contact: mark });
  const sheet = await openCard(page, "Second office");
  await sheet.getByRole("button", { name: new RegExp(`^${email}`) }).click();
  const field = sheet.getByRole("textbox", { name: email });
  await field.fill("not an address");
  await field.press("Enter");
  await expect(sheet.getByRole("alert")).toHaveText(say("errors.field.invalid"));
  await expect(field).toHaveValue("not an address");
  await field.fill("mark@example.com");
  await field.press("Enter");
  await expect(sheet.getByRole("button", { name: `${email}: mark@example.com` })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: `${email}: mark@example.com` })).toBeVisible();
});
