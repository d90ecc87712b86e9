import { expect, test } from "@playwright/test";
import { dealOf, mutate, pipelineOf, stageOf, tell } from "./support/api";
import { addDeal, card, column, dragCard } from "./support/board";
import { letterTo } from "./support/mail";
import { newPerson, signUp } from "./support/people";
import { settleIn } from "./support/workspace";

test("a wrong password is said at the field, and the address stays", async ({ page, browser, baseURL }) => {
  const { person } = await settleIn(page, "Anna", "empty");
  const context = await browser.newContext({ baseURL: baseURL ?? "" });
  const visitor = await context.newPage();
  await visitor.goto("/sign-in");
  await visitor.getByLabel("Email").fill(person.email);
  await visitor.locator("input[name=password]").fill("certainly not this");
  await visitor.getByRole("button", { name: "Sign in" }).click();
  await expect(visitor.getByText("The email and the password do not match.")).toBeVisible();
  await expect(visitor.getByLabel("Email")).toHaveValue(person.email);

  await visitor.locator("input[name=password]").fill(person.password);
  await visitor.getByRole("button", { name: "Sign in" }).click();
  await expect(visitor).toHaveURL(/\/deals/);
  await context.close();
});

test("a taken email is said at the field, and nothing typed is lost", async ({ page, browser, baseURL }) => {
  const { person } = await settleIn(page, "Anna", "empty");
  const context = await browser.newContext({ baseURL: baseURL ?? "" });
  const visitor = await context.newPage();
  await visitor.goto("/sign-up");
  await visitor.getByLabel("Your name").fill("Another Anna");
  await visitor.getByLabel("Email").fill(person.email);
  await visitor.locator("input[name=password]").fill("long enough too");
  await visitor.getByRole("button", { name: "Create account" }).click();
  await expect(visitor.getByText("There is an account with this email.")).toBeVisible();
  await expect(visitor.getByLabel("Your name")).toHaveValue("Another Anna");
  await context.close();
});

test("an invitation that was taken back says so", async ({ page, browser, baseURL }) => {
  const { slug } = await settleIn(page, "Anna", "empty");
  const { email } = newPerson("Boris");
  const { id } = await tell<{ id: string }>(page, slug, "identity.invite", { email, role: "sales" });
  const link = (await letterTo(page, email, /invites/)).links[0] ?? "";
  await tell(page, slug, "identity.revokeInvitation", { invitationId: id });
  const context = await browser.newContext({ baseURL: baseURL ?? "" });
  const visitor = await context.newPage();
  for (const dead of [link, "/invitation/never-was-one"]) {
    await visitor.goto(dead);
    await expect(visitor.getByRole("heading", { name: "This invitation no longer works" })).toBeVisible();
  }
  await context.close();
});

test.describe("a board that has not heard the news", () => {
  test.beforeEach(async ({ page }) => {
    await page.route("**/api/live/**", (route) => route.abort());
  });

  test("a card dropped on a stage that vanished comes back with the reason", async ({ page }) => {
    const { slug } = await settleIn(page);
    await addDeal(page, { title: "On thin ice" });
    const { id: pipelineId, stages } = await pipelineOf(page, slug);
    const doomed = "Second thoughts";
    const afterId = stages[0]?.id ?? null;
    await tell(page, slug, "pipelines.createStage", {
      pipelineId,
      name: doomed,
      colour: "plum",
      outcome: "open",
      afterId,
    });
    await page.reload();
    await expect(column(page, doomed)).toBeVisible();
    await tell(page, slug, "pipelines.removeStage", { stageId: (await stageOf(page, slug, doomed)).id });

    await dragCard(page, "On thin ice", doomed);
    await expect(page.getByText("This stage was removed. Choose another.")).toBeVisible();
    await expect(card(column(page, "New enquiry"), "On thin ice")).toBeVisible();
    await expect(column(page, doomed)).toHaveCount(0);
  });

  test("a card somebody else has moved goes to where it is now", async ({ page }) => {
    const { slug } = await settleIn(page);
    const title = "Two hands on it";
    await addDeal(page, { title });
    const deal = await dealOf(page, slug, title);
    const elsewhere = await stageOf(page, slug, "Needs analysis");
    await tell(page, slug, "deals.move", { dealId: deal.id, stageId: elsewhere.id });
    await tell(page, slug, "deals.update", { dealId: deal.id, changes: { amountMinor: 500_00 } });

    await dragCard(page, title, "Proposal");
    await expect(page.getByText(`“${title}” was just changed by somebody else.`)).toBeVisible();
    await expect(card(column(page, "Needs analysis"), title)).toBeVisible();
    expect((await dealOf(page, slug, title)).stageId).toBe(elsewhere.id);
  });
});

test("ten megabytes and NUL characters are refused, never an error of ours", async ({ page }) => {
  const { slug } = await settleIn(page);
  const stage = await stageOf(page, slug, "New enquiry");
  const huge = "я".repeat(5_000_000);

  await test.step("calls", async () => {
    const large = await mutate(page, slug, "deals.create", { title: huge, stageId: stage.id });
    expect([large.status, large.refusal?.code]).toEqual([413, "TOO_LARGE"]);
    const long = await mutate(page, slug, "deals.create", { title: "x".repeat(301), stageId: stage.id });
    expect([long.status, long.refusal?.fields.title]).toEqual([400, "too_long"]);
    for (const title of ["before\u0000after", "half a pair \ud83d"]) {
      const odd = await mutate(page, slug, "deals.create", { title, stageId: stage.id });
      expect([odd.status, odd.refusal?.fields.title]).toEqual([400, "unstorable"]);
    }
    for (const name of [huge, "before\u0000after"]) {
      const person = { ...newPerson("Odd"), name };
      const answer = await page.request.post("/api/auth/sign-up/email", { data: person });
      expect(answer.status(), "sign-up with an odd name").toBeLessThan(500);
    }
  });

  await test.step("the form says what is wrong and keeps what was typed", async () => {
    await page.getByRole("button", { name: "New deal" }).first().click();
    const dialog = page.getByRole("dialog", { name: "New deal" });
    await dialog.getByLabel("Title").fill("before\u0000after");
    await dialog.getByLabel("Amount").fill("777");
    await dialog.getByRole("button", { name: "Create" }).click();
    await expect(dialog.getByText("This text has characters that cannot be saved.")).toBeVisible();
    await expect(dialog.getByLabel("Amount")).toHaveValue(/777/);
  });
});

test("a sign-up without what it needs stays on the form", async ({ page }) => {
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill("Anna");
  await page.getByLabel("Email").fill(newPerson("Anna").email);
  await page.locator("input[name=password]").fill("short");
  await page.getByRole("button", { name: "Create account" }).click();
  await expect(page.getByText("At least 8 characters, please.")).toBeVisible();
  await expect(page.getByLabel("Your name")).toHaveValue("Anna");
  await page.locator("input[name=password]").fill("");
  await signUp(page, newPerson("Anna"));
});
