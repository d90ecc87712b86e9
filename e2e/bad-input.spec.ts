import { expect } from "@playwright/test";
import { accountLetters } from "@/server/identity/account-letters";
import { dealOf, mutate, pipelineOf, stageOf, tell } from "./support/api";
import { addDeal, card, column, dragCard } from "./support/board";
import { letterTo } from "./support/mail";
import { freshPage, newPerson, signUp } from "./support/people";
import { test } from "./support/test";
import { settleIn } from "./support/workspace";

test("a wrong password is said at the field, and the address stays", { tag: "@en" }, async ({
  page,
  browser,
  say,
}) => {
  const { person } = await settleIn(page, "Anna", "empty");
  const visitor = await freshPage(browser, page);
  await visitor.goto("/sign-in");
  await visitor.getByLabel(say("auth.field.email")).fill(person.email);
  await visitor.locator("input[name=password]").fill("certainly not this");
  await visitor.getByRole("button", { name: say("auth.signIn.submit") }).click();
  await expect(visitor.getByText(say("auth.fault.wrongPassword"))).toBeVisible();
  await expect(visitor.getByLabel(say("auth.field.email"))).toHaveValue(person.email);

  await visitor.locator("input[name=password]").fill(person.password);
  await visitor.getByRole("button", { name: say("auth.signIn.submit") }).click();
  await expect(visitor).toHaveURL(/\/deals/);
  await visitor.context().close();
});

test("a taken email is said at the field, and nothing typed is lost", { tag: "@ru" }, async ({
  page,
  browser,
  say,
}) => {
  const { person } = await settleIn(page, "Anna", "empty");
  const visitor = await freshPage(browser, page);
  await visitor.goto("/sign-up");
  await visitor.getByLabel(say("auth.field.name")).fill("Another Anna");
  await visitor.getByLabel(say("auth.field.email")).fill(person.email);
  await visitor.locator("input[name=password]").fill("long enough too");
  await visitor.getByRole("button", { name: say("auth.signUp.submit") }).click();
  await expect(visitor.getByText(say("auth.fault.emailTaken"))).toBeVisible();
  await expect(visitor.getByLabel(say("auth.field.name"))).toHaveValue("Another Anna");
  await visitor.context().close();
});

test("an invitation that was taken back says so", { tag: "@en" }, async ({ page, browser, say }) => {
  const { slug } = await settleIn(page, "Anna", "empty");
  const { email } = newPerson("Boris");
  const { id } = await tell<{ id: string }>(page, slug, "identity.invite", { email, role: "sales" });
  const subject = new RegExp(accountLetters.invite[say.language].title(""));
  const link = (await letterTo(page, email, subject)).links[0] ?? "";
  await tell(page, slug, "identity.revokeInvitation", { invitationId: id });
  const visitor = await freshPage(browser, page);
  for (const dead of [link, "/invitation/never-was-one"]) {
    await visitor.goto(dead);
    await expect(visitor.getByRole("heading", { name: say("auth.invitation.expiredTitle") })).toBeVisible();
  }
  await visitor.context().close();
});

test.describe("a board that has not heard the news", () => {
  test.beforeEach(async ({ page }) => {
    await page.route("**/api/live/**", (route) => route.abort());
  });

  test("a card dropped on a stage that vanished comes back with the reason", { tag: "@ru" }, async ({
    page,
    say,
  }) => {
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
    await expect(page.getByText(say("errors.STAGE_GONE"))).toBeVisible();
    await expect(card(column(page, say.declared("New enquiry")), "On thin ice")).toBeVisible();
    await expect(column(page, doomed)).toHaveCount(0);
  });

  test("a card somebody else has moved goes to where it is now", { tag: "@en" }, async ({ page, say }) => {
    const needs = say.declared("Needs analysis");
    const { slug } = await settleIn(page);
    const title = "Two hands on it";
    await addDeal(page, { title });
    const deal = await dealOf(page, slug, title);
    const elsewhere = await stageOf(page, slug, needs);
    await tell(page, slug, "deals.move", { dealId: deal.id, stageId: elsewhere.id });
    await tell(page, slug, "deals.update", { dealId: deal.id, changes: { amountMinor: 500_00 } });

    await dragCard(page, title, say.declared("Proposal"));
    await expect(page.getByText(say("board.move.conflict", { title }))).toBeVisible();
    await expect(card(column(page, needs), title)).toBeVisible();
    expect((await dealOf(page, slug, title)).stageId).toBe(elsewhere.id);
  });
});

test("ten megabytes and NUL characters are refused, never an error of ours", { tag: "@ru" }, async ({
  page,
  say,
}) => {
  const { slug } = await settleIn(page);
  const stage = await stageOf(page, slug, say.declared("New enquiry"));
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
    await page
      .getByRole("button", { name: say("board.new.open") })
      .first()
      .click();
    const dialog = page.getByRole("dialog", { name: say("board.new.title") });
    await dialog.getByLabel(say("board.new.name")).fill("before\u0000after");
    await dialog.getByLabel(say("board.new.amount")).fill("777");
    await dialog.getByRole("button", { name: say("board.new.create") }).click();
    await expect(dialog.getByText(say("errors.field.unstorable"))).toBeVisible();
    await expect(dialog.getByLabel(say("board.new.amount"))).toHaveValue(/777/);
  });
});

test("a sign-up without what it needs stays on the form", { tag: "@en" }, async ({ page, say }) => {
  await page.goto("/sign-up");
  await page.getByLabel(say("auth.field.name")).fill("Anna");
  await page.getByLabel(say("auth.field.email")).fill(newPerson("Anna").email);
  await page.locator("input[name=password]").fill("short");
  await page.getByRole("button", { name: say("auth.signUp.submit") }).click();
  await expect(page.getByText(say("auth.fault.passwordShort"))).toBeVisible();
  await expect(page.getByLabel(say("auth.field.name"))).toHaveValue("Anna");
  await page.locator("input[name=password]").fill("");
  await signUp(page, newPerson("Anna"));
});
