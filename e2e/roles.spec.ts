import { expect, type Locator, type Page, test } from "@playwright/test";
import { ask, dealOf, mutate, stageOf, tell } from "./support/api";
import { card, column, dragCard, openCard } from "./support/board";
import { colleague, foundWorkspace } from "./support/workspace";

type House = { slug: string; theirs: Page; memberId: string; teamId: string };

/** A workspace with the owner's deal, a team of the colleague's, and a team mate's deal. */
async function house(
  { page, browser }: { page: Page; browser: Parameters<typeof colleague>[0] },
  role: string,
): Promise<House> {
  const { slug } = await foundWorkspace(page);
  await page.goto("/workspaces");
  const { id: teamId } = await tell<{ id: string }>(page, slug, "identity.createTeam", { name: "North" });
  const { page: theirs, memberId } = await colleague(browser, page, slug, { role, teamId });
  const stage = await stageOf(page, slug, "New enquiry");
  await tell(page, slug, "deals.create", { title: "Owner's", stageId: stage.id });
  await tell(page, slug, "deals.create", { title: "Theirs", stageId: stage.id, ownerId: memberId });
  await theirs.goto(`/${slug}/deals`);
  await expect(card(theirs, "Theirs")).toBeVisible({ timeout: 20_000 });
  return { slug, theirs, memberId, teamId };
}

const adders = (page: Page): Locator => page.getByRole("button", { name: /^(New deal|Add a deal)/ });

async function expectReader({ slug, theirs }: House): Promise<void> {
  await expect(card(theirs, "Owner's")).toBeVisible();
  await expect(adders(theirs)).toHaveCount(0);
  await card(theirs, "Owner's").hover();
  await expect(card(theirs, "Owner's").getByRole("button")).toHaveCount(0);
  await dragCard(theirs, "Owner's", "Needs analysis");
  await expect(card(column(theirs, "New enquiry"), "Owner's")).toBeVisible();
  // What is their own they may move.
  await card(theirs, "Theirs").hover();
  await expect(card(theirs, "Theirs").getByRole("button", { name: "Move “Theirs”" })).toBeVisible();
  const sheet = await openCard(theirs, "Owner's");
  await expect(sheet.getByRole("combobox", { name: "Owner" })).toBeDisabled();
  await expectNoSetUp(theirs, slug);
}

async function expectNoSetUp(theirs: Page, slug: string): Promise<void> {
  await theirs.goto(`/${slug}/pipelines`);
  await expect(theirs.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(theirs.locator("[aria-busy=true]")).toHaveCount(0);
  await expect(theirs.getByRole("button", { name: /^(Add|New|Remove|Delete|Rename)/ })).toHaveCount(0);
  await theirs.goto(`/${slug}/automation`);
  await expect(theirs.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(theirs.getByRole("button", { name: /^(Add|New)/ })).toHaveCount(0);
  await expectNoMembers(theirs, slug);
  await expect(theirs.getByRole("button", { name: "Invite", exact: true })).toHaveCount(0);
}

async function expectNoMembers(theirs: Page, slug: string): Promise<void> {
  await theirs.goto(`/${slug}/settings/members`);
  await expect(theirs.getByText("2 members")).toBeVisible();
  await expect(theirs.getByRole("button", { name: /^Remove/ })).toHaveCount(0);
  await expect(theirs.getByRole("combobox", { name: /^Role of/ })).toHaveCount(0);
  await theirs.goto(`/${slug}/settings`);
  await expect(theirs.locator("input[name=name]")).toBeDisabled();
  await expect(theirs.getByRole("button", { name: /^(Save|Remove sample data)$/ })).toHaveCount(0);
}

async function expectRefused(theirs: Page, slug: string, calls: [string, unknown][]): Promise<void> {
  for (const [path, input] of calls)
    expect((await mutate(theirs, slug, path, input)).refusal?.code, path).toMatch(/^(FORBIDDEN|NOT_FOUND)$/);
}

test("an observer reads everything and changes nothing", async ({ page, browser }) => {
  const at = await house({ page, browser }, "observer");
  await expectReader(at);
  const deal = await dealOf(page, at.slug, "Owner's");
  const stage = await stageOf(page, at.slug, "Needs analysis");
  await expectRefused(at.theirs, at.slug, [
    ["deals.create", { title: "No", stageId: stage.id }],
    ["deals.move", { dealId: deal.id, stageId: stage.id }],
    ["contacts.create", { name: "No" }],
  ]);
  await at.theirs.context().close();
});

test("an observer cannot tick off a colleague's activity", async ({ page, browser }) => {
  const at = await house({ page, browser }, "observer");
  const deal = await dealOf(page, at.slug, "Owner's");
  await tell(page, at.slug, "activities.create", { recordId: deal.id, kind: "call", title: "Ring up" });
  const sheet = await openCard(at.theirs, "Owner's");
  await sheet.getByRole("tab", { name: /Activities/ }).click();
  await expect(sheet.getByRole("checkbox", { name: /Ring up/ })).toBeDisabled();
  await at.theirs.context().close();
});

test("a marketer reads deals and edits contacts", async ({ page, browser }) => {
  const at = await house({ page, browser }, "marketer");
  await expectReader(at);
  expect((await mutate(at.theirs, at.slug, "contacts.create", { name: "Vera" })).status).toBe(200);
  await at.theirs.context().close();
});

test("a seller sees and moves their own deals only", async ({ page, browser }) => {
  const { slug, theirs } = await house({ page, browser }, "sales");
  await expect(card(theirs, "Owner's")).toHaveCount(0);
  await expect(adders(theirs).first()).toBeVisible();
  await dragCard(theirs, "Theirs", "Needs analysis");
  await expect(card(column(theirs, "Needs analysis"), "Theirs")).toBeVisible();
  const sheet = await openCard(theirs, "Theirs");
  await expect(sheet.getByRole("combobox", { name: "Owner" })).toBeEnabled();
  const hidden = await dealOf(page, slug, "Owner's");
  const stage = await stageOf(page, slug, "Needs analysis");
  await expectRefused(theirs, slug, [
    ["deals.move", { dealId: hidden.id, stageId: stage.id }],
    ["deals.delete", { dealId: (await dealOf(page, slug, "Theirs")).id }],
  ]);
  await theirs.goto(`/${slug}/deals/${hidden.id}`);
  await expect(theirs.getByText("Owner's")).toHaveCount(0);
  await expectNoSetUp(theirs, slug);
  await theirs.context().close();
});

test("a team lead works with the team's deals, and with nobody else's", async ({ page, browser }) => {
  const { slug, theirs, teamId } = await house({ page, browser }, "team_lead");
  const mate = await colleague(browser, page, slug, { role: "sales", name: "Vera", teamId });
  const stage = await stageOf(page, slug, "New enquiry");
  await tell(mate.page, slug, "deals.create", { title: "Mate's", stageId: stage.id });
  await expect(card(theirs, "Mate's")).toBeVisible();
  await expect(card(theirs, "Owner's")).toHaveCount(0);
  await dragCard(theirs, "Mate's", "Needs analysis");
  await expect(card(column(theirs, "Needs analysis"), "Mate's")).toBeVisible();
  const sheet = await openCard(theirs, "Mate's");
  await sheet
    .getByRole("button", { name: /More|Actions/ })
    .first()
    .click();
  await expect(theirs.getByRole("menuitem", { name: /Delete/ })).toBeVisible();
  for (const one of [theirs, mate.page]) await one.context().close();
});

test("a head of sales sets up pipelines and invites, but leaves members and the workspace alone", async ({
  page,
  browser,
}) => {
  const { slug, theirs, memberId } = await house({ page, browser }, "head_of_sales");
  await expect(card(theirs, "Owner's")).toBeVisible();
  await dragCard(theirs, "Owner's", "Needs analysis");
  await expect(card(column(theirs, "Needs analysis"), "Owner's")).toBeVisible();
  await expectNoMembers(theirs, slug);
  await theirs.goto(`/${slug}/settings/members`);
  await expect(theirs.getByRole("button", { name: "Invite", exact: true })).toBeVisible();
  const members = await ask<{ id: string }[]>(page, slug, "identity.members");
  const owner = members.find(({ id }) => id !== memberId);
  await expectRefused(theirs, slug, [
    ["identity.removeMember", { memberId: owner?.id }],
    ["identity.updateOrganization", { name: "Taken" }],
  ]);
  await theirs.context().close();
});

test("a role taken away under an open board is told in words", async ({ page, browser }) => {
  const { slug, theirs, memberId } = await house({ page, browser }, "head_of_sales");
  await theirs.route("**/api/live/**", (route) => route.abort());
  await theirs.reload();
  await expect(card(theirs, "Owner's")).toBeVisible({ timeout: 20_000 });
  await tell(page, slug, "identity.changeMember", { memberId, changes: { role: "observer" } });
  await dragCard(theirs, "Owner's", "Needs analysis");
  await expect(theirs.getByText("Your role does not allow this.")).toBeVisible();
  await expect(card(column(theirs, "New enquiry"), "Owner's")).toBeVisible();
  await theirs.context().close();
});
