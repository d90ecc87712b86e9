import { randomBytes } from "node:crypto";
import { expect, test } from "@playwright/test";
import { addDeal, card, column, dragCard, openCard } from "./support/board";
import { letterTo, subjectsTo } from "./support/mail";
import { comeAsNewPerson, settleIn } from "./support/workspace";

test("a new person drags a deal, and the stage's robots do their work", async ({ page }) => {
  await comeAsNewPerson(page);
  // Every sample workspace has a Mark Hill: the outbox tells their letters apart by the deal.
  const title = `Network for the office ${randomBytes(3).toString("hex")}`;
  await addDeal(page, { title, amount: "125000", contact: "Mark Hill" });
  await expect(card(column(page, "New enquiry"), title)).toBeVisible();

  await test.step("the first stage's robot plans a call", async () => {
    const sheet = await openCard(page, title);
    const history = sheet.getByRole("list", { name: "What happened" });
    await expect(history.getByText(`Planned: Call about “${title}”`)).toBeVisible();
    await expect(history.getByText("Robot “Call within the hour”")).toBeVisible();
    await sheet.getByRole("tab", { name: "Activities" }).click();
    await expect(sheet.getByRole("checkbox", { name: `Mark “Call about “${title}”” done` })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(sheet).toBeHidden();
  });

  await test.step("dragged to the proposal, its robot writes to the client", async () => {
    await dragCard(page, title, "Proposal");
    await expect(card(column(page, "Proposal"), title)).toBeVisible();
    const letter = await letterTo(page, "client2@example.com", new RegExp(`Our proposal: ${title}`));
    expect(letter.text).toContain("Hello, Mark Hill!");
    expect((await subjectsTo(page, "client2@example.com")).filter((one) => one.includes(title))).toHaveLength(
      1,
    );
  });

  await test.step("the move outlives a reload, and the timeline tells it", async () => {
    await page.reload();
    await expect(card(column(page, "Proposal"), title)).toBeVisible();
    const sheet = await openCard(page, title);
    await expect(sheet.getByText("Moved from “New enquiry” to “Proposal”")).toBeVisible();
    await expect(sheet.getByText("Robot “Thank the client”")).toBeVisible();
  });
});

test("a robot that waits is stopped when the deal leaves its stage", async ({ page }) => {
  await settleIn(page);
  const title = "A quick decision";
  await addDeal(page, { title });
  let sheet = await openCard(page, title);
  await sheet.getByRole("tab", { name: "Robots" }).click();
  const waiting = sheet.getByRole("listitem").filter({ hasText: "Remind after a day" });
  await expect(waiting).toHaveAttribute("data-status", "waiting");
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();

  await dragCard(page, title, "Needs analysis");
  await expect(card(column(page, "Needs analysis"), title)).toBeVisible();
  sheet = await openCard(page, title);
  await sheet.getByRole("tab", { name: "Robots" }).click();
  await expect(sheet.getByText("The record left the stage.")).toBeVisible();
  await expect(waiting).toHaveAttribute("data-status", "stopped");
});

test("a robot made in the editor acts on the next deal", async ({ page }) => {
  await settleIn(page, "Anna", "empty");
  await column(page, "Needs analysis").getByRole("button", { name: "Menu of “Needs analysis”" }).click();
  await page.getByRole("menuitem", { name: "Robots" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("button", { name: "Add robot" }).click();
  await sheet.getByRole("button", { name: "Plan an activity" }).click();
  await sheet.getByLabel("Title").fill("Ask about {{ deal.title }}");
  await sheet.getByRole("button", { name: "Add robot" }).click();
  await expect(sheet.getByText("Fill this in.")).toBeVisible();
  await sheet.getByRole("combobox", { name: "Kind" }).click();
  await page.getByRole("option", { name: "To-do" }).click();
  await sheet.getByRole("button", { name: "Add robot" }).click();
  await expect(sheet.getByRole("button", { name: "Robot “Plan an activity”", exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();

  const title = "Something to ask about";
  await addDeal(page, { title });
  await dragCard(page, title, "Needs analysis");
  const opened = await openCard(page, title);
  await expect(opened.getByText(`Planned: Ask about ${title}`)).toBeVisible();
});

test("a lost stage asks for its reason, and without one the deal stays", async ({ page }) => {
  await settleIn(page);
  const title = "Not meant to be";
  await addDeal(page, { title });
  await page.setViewportSize({ width: 2100, height: 900 });
  await dragCard(page, title, "Lost");
  const question = page.getByRole("dialog", { name: "Why was it lost?" });
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(card(column(page, "New enquiry"), title)).toBeVisible();

  await dragCard(page, title, "Lost");
  await question.getByRole("radio", { name: "Too expensive" }).click();
  await question.getByRole("button", { name: "Mark as lost" }).click();
  await expect(card(column(page, "Lost"), title)).toBeVisible();
});

test("a stage that requires a field asks for it and then lets the deal in", async ({ page }) => {
  await settleIn(page);
  const title = "Price to be agreed";
  await addDeal(page, { title });
  await dragCard(page, title, "Proposal");
  const question = page.getByRole("dialog", { name: /Proposal.* needs a little more/ });
  await question.getByLabel("Amount").fill("4200");
  await question.getByRole("button", { name: "Save and move" }).click();
  await expect(card(column(page, "Proposal"), title)).toBeVisible();
});

test("a contact's address is corrected on the deal, and a wrong one is said at the field", async ({
  page,
}) => {
  await settleIn(page);
  await addDeal(page, { title: "Second office", contact: "Mark Hill" });
  const sheet = await openCard(page, "Second office");
  await sheet.getByRole("button", { name: /^Contact's email/ }).click();
  const field = sheet.getByRole("textbox", { name: "Contact's email" });
  await field.fill("not an address");
  await field.press("Enter");
  await expect(sheet.getByRole("alert")).toHaveText("This does not look right.");
  await expect(field).toHaveValue("not an address");
  await field.fill("mark@example.com");
  await field.press("Enter");
  await expect(sheet.getByRole("button", { name: "Contact's email: mark@example.com" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Contact's email: mark@example.com" })).toBeVisible();
});
