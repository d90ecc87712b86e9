import { expect } from "@playwright/test";
import { addDeal, card, column, dragCard } from "./support/board";
import { letterTo } from "./support/mail";
import { confirmEmail, freshPage, newPerson, signUp } from "./support/people";
import { test } from "./support/test";
import { comeAsNewPerson } from "./support/workspace";

test("a second person accepts an invitation and sees moves without reloading", { tag: "@ru" }, async ({
  page,
  browser,
  say,
}) => {
  const [fresh, needs] = [say.declared("New enquiry"), say.declared("Needs analysis")];
  const { slug, person: anna } = await comeAsNewPerson(page);
  await confirmEmail(page, anna);
  const boris = newPerson("Boris");
  await page.goto(`/${slug}/settings/members`);
  await page.getByLabel(say("settings.invite.email")).fill(boris.email);
  await page.getByRole("combobox", { name: say("settings.invite.role"), exact: true }).click();
  await page.getByRole("option", { name: say("auth.role.head_of_sales") }).click();
  await page.getByRole("button", { name: say("settings.invite.submit"), exact: true }).click();
  await expect(page.getByText(say("settings.invite.sent", { email: boris.email }))).toBeVisible();
  const invitation = (await letterTo(page, boris.email, /invites|приглашает/)).links[0] ?? "";

  const second = await freshPage(browser, page);
  await test.step("the second person signs up by the letter's link", async () => {
    await second.goto(invitation);
    await second.getByRole("link", { name: say("auth.invitation.signUp") }).click();
    await second.waitForURL(/\/sign-up/);
    await signUp(second, boris);
    await expect(second.getByRole("heading", { name: say("auth.invitation.unverifiedTitle") })).toBeVisible();
    await confirmEmail(second, boris);
    await second.goto(invitation);
    await second.getByRole("button", { name: say("auth.invitation.accept") }).click();
    await expect(second).toHaveURL(new RegExp(`/${slug}/deals`));
  });

  await test.step("a deal and its move appear by themselves", async () => {
    const title = "Seen by both";
    await page.goto(`/${slug}/deals`);
    await expect(column(second, fresh)).toBeVisible();
    await addDeal(page, { title });
    await expect(card(column(second, fresh), title)).toBeVisible();
    await dragCard(page, title, needs);
    await expect(card(column(second, needs), title)).toBeVisible({ timeout: 3_000 });
    await expect(card(column(second, fresh), title)).toHaveCount(0);
  });
  await second.context().close();
});
