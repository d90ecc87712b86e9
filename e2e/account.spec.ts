import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { accountLetters } from "@/server/identity/account-letters";
import { removeData } from "../db/launcher/home";
import { ask, dealOf, mutate, query, stageOf, tell } from "./support/api";
import { letterTo } from "./support/mail";
import {
  confirmEmail,
  freshPage,
  newPerson,
  type Person,
  signInAtOnce,
  signUpAtOnce,
} from "./support/people";
import { ownServer } from "./support/server";
import { test } from "./support/test";
import { codeOf } from "./support/totp";
import { some, wordsOf } from "./support/words";
import { colleague, foundWorkspace } from "./support/workspace";

const guesses = 20;

async function wrongGuesses(page: Page, emails: string[]): Promise<void> {
  for (const email of emails) {
    const answer = await page.request.post("/api/auth/sign-in/email", {
      data: { email, password: "not the password" },
    });
    expect(answer.status()).toBe(401);
  }
}

async function fillSignIn(page: Page, { email, password }: Person): Promise<void> {
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(password);
  await page.locator("form button[type=submit]").click();
}

test.describe("after too many attempts", () => {
  const words = {
    "en-GB": /^Too many attempts\. Try again in (60|59) minutes\.$/,
    "ru-RU": /^Слишком много попыток\. Попробуйте снова через (60 минут|59 минут)\.$/,
  };

  for (const locale of ["en-GB", "ru-RU"] as const) {
    test.describe(() => {
      test.use({ locale });
      test(`the form says in ${locale} when to try again, whatever the password`, async ({ page }) => {
        const person = newPerson("Anna");
        await signUpAtOnce(page, person);
        await page.context().clearCookies();
        await wrongGuesses(page, Array(guesses).fill(person.email));
        await page.goto("/sign-in");
        await fillSignIn(page, person);
        await expect(page.locator("form [role=alert]")).toHaveText(words[locale]);
        await expect(page.locator("input[name=email]")).toHaveValue(person.email);
      });
    });
  }

  test("an address that tries many accounts is told so too", { tag: "@ru" }, async ({ browser, say }) => {
    test.setTimeout(180_000);
    const dataDir = mkdtempSync(join(tmpdir(), "pult-limits-"));
    const server = await ownServer(dataDir, { RATE_LIMIT: "on", TRUST_PROXY: "1" });
    try {
      await server.start();
      const at = async (address: string) => {
        const context = await browser.newContext({
          baseURL: server.address,
          extraHTTPHeaders: { "x-forwarded-for": address },
        });
        return context.newPage();
      };
      const page = await at("203.0.113.7");
      await wrongGuesses(
        page,
        Array.from({ length: guesses }, (_, n) => `nobody-${n}@example.com`),
      );
      await page.goto("/sign-in");
      await fillSignIn(page, newPerson("Anna"));
      const told = [60, 59].map((minutes) => say.like("auth.fault.rateLimited", { minutes }).source);
      await expect(page.locator("form [role=alert]")).toHaveText(new RegExp(`^(${told.join("|")})$`));
      const elsewhere = await at("203.0.113.8");
      await elsewhere.goto("/sign-in");
      await fillSignIn(elsewhere, newPerson("Anna"));
      await expect(elsewhere.getByText(say("auth.fault.wrongPassword"))).toBeVisible();
    } finally {
      await server.stop();
      removeData(dataDir);
    }
  });
});

async function toSecondStep(page: Page, person: Person): Promise<void> {
  await page.goto("/sign-in");
  await fillSignIn(page, person);
  await expect(page).toHaveURL(/\/two-factor/);
}

async function enterBackupCode(page: Page, code: string): Promise<void> {
  const say = wordsOf(page);
  await page.getByRole("button", { name: say("auth.twoFactor.useBackup") }).click();
  await page.getByLabel(say("auth.field.backupCode")).fill(code);
  await page.getByRole("button", { name: say("auth.twoFactor.submit") }).click();
}

async function givePassword(page: Page, password: string, button: string): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.locator("input[name=password]").fill(password);
  await dialog.getByRole("button", { name: button }).click();
}

test("two-step sign-in is turned on, asked for, survives without the phone, and is turned off", {
  tag: "@en",
}, async ({ page, browser, say }) => {
  test.setTimeout(120_000);
  const { slug, person } = await foundWorkspace(page);
  await page.goto(`/${slug}/settings/account`);
  const dialog = page.getByRole("dialog");
  let secret = "";
  let codes: string[] = [];

  await test.step("it is turned on with the app's first code", async () => {
    await page.getByRole("button", { name: say("settings.twoFactor.enable") }).click();
    await givePassword(page, person.password, say("settings.twoFactor.next"));
    await expect(dialog.getByRole("img", { name: say("settings.twoFactor.qr") })).toBeVisible();
    secret = await dialog.locator("code").innerText();
    await dialog.getByLabel(say("settings.twoFactor.code")).fill("000000");
    await dialog.getByRole("button", { name: say("settings.twoFactor.confirm") }).click();
    await expect(dialog.getByText(say("auth.fault.wrongCode"))).toBeVisible();
    await dialog.getByLabel(say("settings.twoFactor.code")).fill(codeOf(secret));
    await dialog.getByRole("button", { name: say("settings.twoFactor.confirm") }).click();
    await expect(dialog.getByRole("heading", { name: say("settings.twoFactor.codesTitle") })).toBeVisible();
    codes = await dialog.getByRole("listitem").allInnerTexts();
    expect(codes.length).toBeGreaterThanOrEqual(8);
    await dialog.getByRole("button", { name: say("settings.twoFactor.done") }).click();
    await expect(page.getByText(say("settings.twoFactor.on"), { exact: true })).toBeVisible();
  });

  await test.step("the app's code lets in", async () => {
    const second = await freshPage(browser, page);
    await toSecondStep(second, person);
    expect((await query(second, slug, "deals.list", {})).status, "the password alone").toBe(401);
    await second.getByLabel(say("auth.field.code")).fill(codeOf(secret));
    await second.getByRole("button", { name: say("auth.twoFactor.submit") }).click();
    await expect(second).toHaveURL(new RegExp(`/${slug}/deals`));
    await second.context().close();
  });

  await test.step("a backup code lets in once", async () => {
    const third = await freshPage(browser, page);
    await toSecondStep(third, person);
    await enterBackupCode(third, codes[0] ?? "");
    await expect(third).toHaveURL(new RegExp(`/${slug}/deals`));
    const fourth = await freshPage(browser, page);
    await toSecondStep(fourth, person);
    await enterBackupCode(fourth, codes[0] ?? "");
    await expect(fourth.getByText(say("auth.fault.wrongBackupCode"))).toBeVisible();
    for (const one of [third, fourth]) await one.context().close();
  });

  await test.step("new backup codes make the old ones useless", async () => {
    await page.getByRole("button", { name: say("settings.twoFactor.newCodes") }).click();
    await givePassword(page, person.password, say("settings.twoFactor.next"));
    await expect(dialog.getByRole("heading", { name: say("settings.twoFactor.codesTitle") })).toBeVisible();
    const fresh = await dialog.getByRole("listitem").allInnerTexts();
    await dialog.getByRole("button", { name: say("settings.twoFactor.done") }).click();
    const other = await freshPage(browser, page);
    await toSecondStep(other, person);
    await enterBackupCode(other, codes[1] ?? "");
    await expect(other.getByText(say("auth.fault.wrongBackupCode"))).toBeVisible();
    await other.getByLabel(say("auth.field.backupCode")).fill(fresh[0] ?? "");
    await other.getByRole("button", { name: say("auth.twoFactor.submit") }).click();
    await expect(other).toHaveURL(new RegExp(`/${slug}/deals`));
    await other.context().close();
  });

  await test.step("it is turned off by whoever knows the password", async () => {
    await page.getByRole("button", { name: say("settings.twoFactor.disable") }).click();
    await givePassword(page, "not the password", say("settings.twoFactor.disable"));
    await expect(dialog.getByText(say("auth.fault.wrongCurrentPassword"))).toBeVisible();
    await givePassword(page, person.password, say("settings.twoFactor.disable"));
    await expect(page.getByText(say("settings.twoFactor.off"), { exact: true })).toBeVisible();
    const other = await freshPage(browser, page);
    await other.goto("/sign-in");
    await fillSignIn(other, person);
    await expect(other).toHaveURL(new RegExp(`/${slug}/deals`));
    await other.context().close();
  });
});

test("a forgotten password is set anew by the letter's link, once, and ends other sessions", {
  tag: "@ru",
}, async ({ page, browser, say }) => {
  const { slug, person } = await foundWorkspace(page);
  const other = await freshPage(browser, page);
  await other.goto("/sign-in");
  await other.getByRole("link", { name: say("auth.signIn.forgot") }).click();
  await other.waitForURL(/\/forgot-password/);
  await other.locator("input[name=email]").fill(person.email);
  await other.getByRole("button", { name: say("auth.forgot.submit") }).click();
  await expect(other.getByText(say("auth.forgot.sent", { email: person.email }))).toBeVisible();
  const subject = new RegExp(accountLetters.reset[say.language].title);
  const link = (await letterTo(other, person.email, subject)).links[0] ?? "";
  await other.goto(link);
  const changed = { ...person, password: "another long one" };
  await other.locator("input[name=password]").fill(changed.password);
  await other.getByRole("button", { name: say("auth.reset.submit") }).click();
  await expect(other).toHaveURL(/\/sign-in/);
  await fillSignIn(other, person);
  await expect(other.getByText(say("auth.fault.wrongPassword"))).toBeVisible();
  await fillSignIn(other, changed);
  await expect(other).toHaveURL(new RegExp(`/${slug}/deals`));
  expect((await query(page, slug, "deals.list", {})).status, "the other session").toBe(401);
  await page.goto(link);
  await expect(page.getByRole("heading", { name: say("auth.reset.brokenTitle") })).toBeVisible();
  await other.context().close();
});

test("the banner asks for confirmation until the letter's link was followed", { tag: "@en" }, async ({
  page,
  say,
}) => {
  const { slug, person } = await foundWorkspace(page);
  await page.goto(`/${slug}/deals`);
  const banner = page.getByText(say("auth.verify.banner", { email: person.email }));
  await expect(banner).toBeVisible();
  await page.getByRole("button", { name: say("auth.verify.resend") }).click();
  await expect(page.getByText(say("auth.verify.sent", { email: person.email }))).toBeVisible();
  await confirmEmail(page, person);
  await page.goto(`/${slug}/settings/account`);
  await expect(page.getByText(say("settings.account.confirmed"), { exact: true })).toBeVisible();
  await expect(banner).toHaveCount(0);
});

test("another session is signed out alone, or all of them at once", { tag: "@ru" }, async ({
  page,
  browser,
  say,
}) => {
  test.setTimeout(90_000);
  const { slug, person } = await foundWorkspace(page);
  const [second, third] = [await freshPage(browser, page), await freshPage(browser, page)];
  for (const one of [second, third]) {
    await signInAtOnce(one, person);
    await one.goto(`/${slug}/deals`);
    await expect(one.locator("[data-slot=kanban-column]").first()).toBeVisible({ timeout: 20_000 });
  }
  await page.goto(`/${slug}/settings/account`);
  const card = page.locator("[data-slot=card]").filter({ hasText: say("settings.sessions.title") });
  const rows = card.getByRole("listitem");
  await expect(rows).toHaveCount(3);
  const statuses = async () =>
    [
      (await query(second, slug, "deals.list", {})).status,
      (await query(third, slug, "deals.list", {})).status,
    ].toSorted((a, b) => a - b);
  await rows
    .getByRole("button", { name: say.like("settings.sessions.revokeOf", { device: some }) })
    .first()
    .click();
  await expect(rows).toHaveCount(2);
  expect(await statuses()).toEqual([200, 401]);
  const everywhere = say("settings.sessions.everywhere");
  await card.getByRole("button", { name: everywhere }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: everywhere }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  expect(await statuses()).toEqual([401, 401]);
  // Nobody touches them: their live stream ends at once.
  for (const one of [second, third]) await expect(one).toHaveURL(/\/sign-in/);
  for (const one of [second, third]) await one.context().close();
});

test("a member's role is changed, and the last owner stays", { tag: "@en" }, async ({
  page,
  browser,
  say,
}) => {
  const { slug } = await foundWorkspace(page);
  await page.goto(`/${slug}/settings/members`);
  const { page: theirs, memberId } = await colleague(browser, page, slug, { role: "sales" });
  await page.reload();
  const role = (name: string) => page.getByRole("combobox", { name: say("settings.members.role", { name }) });
  const choose = async (name: string, option: string) => {
    await role(name).click();
    await page.getByRole("option", { name: option, exact: true }).click();
  };
  await choose("Boris", say("auth.role.observer"));
  await expect(page.getByText(say("settings.members.changed", { name: "Boris" }))).toBeVisible();
  const stage = await stageOf(page, slug, say.declared("New enquiry"));
  const refused = await mutate(theirs, slug, "deals.create", { title: "No", stageId: stage.id });
  expect(refused.refusal?.code).toBe("FORBIDDEN");

  await choose("Anna", say("auth.role.admin"));
  await expect(page.getByRole("alert").filter({ hasText: say("errors.field.LAST_OWNER") })).toBeVisible();
  await expect(role("Anna")).toHaveText(say("auth.role.owner"));
  await page.getByRole("button", { name: say("settings.members.leave") }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByRole("button", { name: say("settings.members.leaveConfirm") }).click();
  await expect(dialog.getByText(say("errors.LAST_OWNER"))).toBeVisible();
  expect(memberId).not.toBe("");
  await theirs.context().close();
});

test("a removed member's deals go to whom one chose, and their open browser shows nothing more", {
  tag: "@ru",
}, async ({ page, browser, say }) => {
  test.setTimeout(90_000);
  const { slug } = await foundWorkspace(page);
  await page.goto(`/${slug}/settings/members`);
  const { page: theirs, memberId } = await colleague(browser, page, slug, { role: "sales" });
  const vera = await colleague(browser, page, slug, { role: "sales", name: "Vera" });
  const stage = await stageOf(page, slug, say.declared("New enquiry"));
  const title = "Roof of the old mill";
  await tell(theirs, slug, "deals.create", { title, stageId: stage.id });
  await theirs.goto(`/${slug}/deals`);
  await expect(theirs.getByText(title)).toBeVisible({ timeout: 20_000 });

  await page.reload();
  await page.getByRole("button", { name: say("settings.members.remove", { name: "Boris" }) }).click();
  const dialog = page.getByRole("alertdialog");
  // The stage's robot may have planned an activity already, which is counted beside the deal.
  const deals = say("settings.members.belongingParts.deal", { count: 1 });
  const belongings = say.like("settings.members.belongings", { what: `${deals}${some}` });
  await expect(dialog.getByText(belongings)).toBeVisible();
  await expect(dialog.getByRole("combobox")).toHaveText("Anna");
  await dialog.getByRole("combobox").click();
  await page.getByRole("option", { name: "Vera" }).click();
  await dialog.getByRole("button", { name: say("settings.members.removeConfirm") }).click();
  await expect(page.getByText(say("settings.members.removed", { name: "Boris" }))).toBeVisible();

  await expect(theirs.getByRole("heading", { name: say("site.notFound.title") })).toBeVisible({
    timeout: 20_000,
  });
  await expect(theirs.getByText(title)).toHaveCount(0);
  for (const path of ["deals.list", "identity.members", "pipelines.list"])
    expect((await query(theirs, slug, path, {})).status, path).toBe(404);
  expect((await theirs.request.get(`/api/live/${slug}`)).status()).toBe(404);
  await vera.page.goto(`/${slug}/deals`);
  await expect(vera.page.getByText(title)).toBeVisible();
  expect(await dealOf(page, slug, title)).toMatchObject({ ownerId: vera.memberId });
  expect(memberId).not.toBe(vera.memberId);
  for (const one of [theirs, vera.page]) await one.context().close();
});

test("a robot's notice waits in the bell, leads to its deal, and is read", { tag: "@en" }, async ({
  page,
  browser,
  say,
}) => {
  const { slug } = await foundWorkspace(page);
  await page.goto(`/${slug}/deals`);
  const boris = await colleague(browser, page, slug, { role: "sales" });
  const stage = await stageOf(page, slug, say.declared("Needs analysis"));
  await tell(page, slug, "automation.saveRobot", {
    place: stage.id,
    name: "Tell Boris",
    actionType: "member.notify",
    params: { memberId: boris.memberId, text: "{{ deal.title }} waits for you" },
  });
  await boris.page.goto(`/${slug}/deals`);
  const bell = (count: number) =>
    boris.page.getByRole("button", { name: say("notifications.label", { count }), exact: true });
  await expect(bell(0)).toBeVisible();
  const deal = await tell<{ id: string }>(boris.page, slug, "deals.create", {
    title: "Mill",
    stageId: stage.id,
    amountMinor: 100_00,
  });
  await expect(bell(1)).toBeVisible({ timeout: 20_000 });
  await bell(1).click();
  const notice = boris.page.getByRole("link", { name: /Mill waits for you/ });
  await expect(notice).toBeVisible();
  await notice.click();
  await expect(boris.page).toHaveURL(new RegExp(`/${slug}/deals/${deal.id}`));
  await expect(bell(0)).toBeVisible();
  await boris.page.reload();
  await expect(bell(0)).toBeVisible();
  await boris.page.context().close();
});

test("how one is told of comments, and when the daily letter comes, is chosen and kept", {
  tag: "@ru",
}, async ({ page, say }) => {
  const { slug } = await foundWorkspace(page);
  await page.goto(`/${slug}/notifications`);
  const type = say.declared("Comments", { where: "notifications/" });
  const channel = page.getByRole("combobox", { name: say("notifications.form.channel", { type }) });
  const hour = page.getByRole("combobox", { name: say("notifications.form.digest") });
  await channel.click();
  await page.getByRole("option", { name: say("notifications.form.channels.digest") }).click();
  await expect(page.getByText(say("notifications.form.saved"), { exact: true })).toBeVisible();
  await hour.click();
  await page.getByRole("option", { name: "07:00" }).click();
  await expect(hour).toHaveText("07:00");
  await expect
    .poll(async () => (await ask<{ digestHour: number }>(page, slug, "notifications.settings")).digestHour)
    .toBe(7);
  await page.reload();
  await expect(channel).toHaveText(say("notifications.form.channels.digest"));
  await expect(hour).toHaveText("07:00");
});
