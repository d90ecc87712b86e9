import { expect, test } from "@playwright/test";
import { addDeal, card, column, dragCard } from "./support/board";
import { letterTo } from "./support/mail";
import { confirmEmail, newPerson, signUp } from "./support/people";
import { comeAsNewPerson } from "./support/workspace";

test("a second person accepts an invitation and sees moves without reloading", async ({
  page,
  browser,
  baseURL,
}) => {
  const { slug, person: anna } = await comeAsNewPerson(page);
  await confirmEmail(page, anna);
  const boris = newPerson("Boris");
  await page.goto(`/${slug}/settings/members`);
  await page.getByLabel("Email").fill(boris.email);
  await page.getByRole("combobox", { name: "Role", exact: true }).click();
  await page.getByRole("option", { name: "Head of sales" }).click();
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(page.getByText(`The invitation went to ${boris.email}`)).toBeVisible();
  const invitation = (await letterTo(page, boris.email, /invites/)).links[0] ?? "";

  const context = await browser.newContext({ baseURL: baseURL ?? "" });
  const second = await context.newPage();
  await test.step("the second person signs up by the letter's link", async () => {
    await second.goto(invitation);
    await second.getByRole("link", { name: "Create an account" }).click();
    await second.waitForURL(/\/sign-up/);
    await signUp(second, boris);
    await expect(second.getByRole("heading", { name: "First confirm your email" })).toBeVisible();
    await confirmEmail(second, boris);
    await second.goto(invitation);
    await second.getByRole("button", { name: "Join the workspace" }).click();
    await expect(second).toHaveURL(new RegExp(`/${slug}/deals`));
  });

  await test.step("a deal and its move appear by themselves", async () => {
    const title = "Seen by both";
    await page.goto(`/${slug}/deals`);
    await expect(column(second, "New enquiry")).toBeVisible();
    await addDeal(page, { title });
    await expect(card(column(second, "New enquiry"), title)).toBeVisible();
    await dragCard(page, title, "Needs analysis");
    await expect(card(column(second, "Needs analysis"), title)).toBeVisible({ timeout: 3_000 });
    await expect(card(column(second, "New enquiry"), title)).toHaveCount(0);
  });
  await context.close();
});
