import { expect, type Locator, type Page } from "@playwright/test";
import { ask, dealOf, mutate, stageOf, tell } from "./support/api";
import { card, column, dragCard, openCard } from "./support/board";
import { test } from "./support/test";
import { type Key, type Say, some, wordsOf } from "./support/words";
import { colleague, foundWorkspace } from "./support/workspace";

const fresh = (say: Say) => say.declared("New enquiry");
const needs = (say: Say) => say.declared("Needs analysis");

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
  const stage = await stageOf(page, slug, fresh(wordsOf(page)));
  await tell(page, slug, "deals.create", { title: "Owner's", stageId: stage.id });
  await tell(page, slug, "deals.create", { title: "Theirs", stageId: stage.id, ownerId: memberId });
  await theirs.goto(`/${slug}/deals`);
  await expect(card(theirs, "Theirs")).toBeVisible({ timeout: 20_000 });
  return { slug, theirs, memberId, teamId };
}

function adders(page: Page): Locator {
  const say = wordsOf(page);
  const adder = page.getByRole("button", { name: say("board.new.open") });
  return adder.or(page.getByRole("button", { name: say.like("board.head.add", { stage: some }) }));
}

const owner = (sheet: Locator): Locator =>
  sheet.getByRole("combobox", {
    name: wordsOf(sheet.page()).declared("Owner", { where: "deals/fields" }),
  });

/** The words such texts begin with, as “Add pipeline” with “Add”. */
const firstWords = (say: Say, ...keys: Key[]) => keys.map((key) => say(key).split(" ")[0]).join("|");

async function expectReader({ slug, theirs }: House): Promise<void> {
  const say = wordsOf(theirs);
  await expect(card(theirs, "Owner's")).toBeVisible();
  await expect(adders(theirs)).toHaveCount(0);
  await card(theirs, "Owner's").hover();
  await expect(card(theirs, "Owner's").getByRole("button")).toHaveCount(0);
  await dragCard(theirs, "Owner's", needs(say));
  await expect(card(column(theirs, fresh(say)), "Owner's")).toBeVisible();
  // What is their own they may move.
  await card(theirs, "Theirs").hover();
  await expect(
    card(theirs, "Theirs").getByRole("button", { name: say("board.kanban.menu", { title: "Theirs" }) }),
  ).toBeVisible();
  const sheet = await openCard(theirs, "Owner's");
  await expect(owner(sheet)).toBeDisabled();
  await expectNoSetUp(theirs, slug);
}

async function expectNoSetUp(theirs: Page, slug: string): Promise<void> {
  const say = wordsOf(theirs);
  await theirs.goto(`/${slug}/pipelines`);
  await expect(theirs.getByText(say("robots.pipelines.readOnly"))).toBeVisible();
  const adds = ["robots.pipelines.addPipeline", "robots.pipelines.newPipeline"] as const;
  const removes = ["robots.pipelines.removePipeline", "robots.list.remove"] as const;
  const setUp = new RegExp(`^(${firstWords(say, ...adds, ...removes, "files.rename")})`);
  await expect(theirs.getByRole("button", { name: setUp })).toHaveCount(0);
  await theirs.goto(`/${slug}/automation`);
  await expect(theirs.getByText(say("robots.overview.none"), { exact: true }).first()).toBeVisible();
  const addRobot = new RegExp(firstWords(say, "robots.overview.addFirst"));
  await expect(theirs.getByRole("button", { name: addRobot })).toHaveCount(0);
  await expectNoMembers(theirs, slug);
  await expect(inviter(theirs)).toHaveCount(0);
}

const inviter = (page: Page): Locator =>
  page.getByRole("button", { name: wordsOf(page)("settings.invite.submit"), exact: true });

/** Neither the workspace nor its members are theirs to change; they look at the members then. */
async function expectNoMembers(theirs: Page, slug: string): Promise<void> {
  const say = wordsOf(theirs);
  await theirs.goto(`/${slug}/settings`);
  await expect(theirs.locator("input[name=name]")).toBeDisabled();
  for (const name of [say("settings.save"), say("settings.sample.remove")])
    await expect(theirs.getByRole("button", { name, exact: true })).toHaveCount(0);
  await theirs.goto(`/${slug}/settings/members`);
  await expect(theirs.getByText(say("settings.members.title", { count: 2 }))).toBeVisible();
  const [remove, role] = [
    say.like("settings.members.remove", { name: some }),
    say.like("settings.members.role", { name: some }),
  ];
  await expect(theirs.getByRole("button", { name: remove })).toHaveCount(0);
  await expect(theirs.getByRole("combobox", { name: role })).toHaveCount(0);
}

async function expectRefused(theirs: Page, slug: string, calls: [string, unknown][]): Promise<void> {
  for (const [path, input] of calls)
    expect((await mutate(theirs, slug, path, input)).refusal?.code, path).toMatch(/^(FORBIDDEN|NOT_FOUND)$/);
}

test("an observer reads everything and changes nothing", { tag: "@ru" }, async ({ page, browser, say }) => {
  const at = await house({ page, browser }, "observer");
  await expectReader(at);
  const deal = await dealOf(page, at.slug, "Owner's");
  const stage = await stageOf(page, at.slug, needs(say));
  await expectRefused(at.theirs, at.slug, [
    ["deals.create", { title: "No", stageId: stage.id }],
    ["deals.move", { dealId: deal.id, stageId: stage.id }],
    ["contacts.create", { name: "No" }],
  ]);
  await at.theirs.context().close();
});

test("an observer cannot tick off a colleague's activity", { tag: "@en" }, async ({ page, browser, say }) => {
  const at = await house({ page, browser }, "observer");
  const deal = await dealOf(page, at.slug, "Owner's");
  await tell(page, at.slug, "activities.create", { recordId: deal.id, kind: "call", title: "Ring up" });
  const sheet = await openCard(at.theirs, "Owner's");
  await sheet.getByRole("tab", { name: say("record.tabs.activities") }).click();
  await expect(
    sheet.getByRole("checkbox", { name: say("activities.complete", { title: "Ring up" }) }),
  ).toBeDisabled();
  await at.theirs.context().close();
});

test("a marketer reads deals and edits contacts", { tag: "@ru" }, async ({ page, browser }) => {
  const at = await house({ page, browser }, "marketer");
  await expectReader(at);
  expect((await mutate(at.theirs, at.slug, "contacts.create", { name: "Vera" })).status).toBe(200);
  await at.theirs.context().close();
});

test("a seller sees and moves their own deals only", { tag: "@en" }, async ({ page, browser, say }) => {
  const { slug, theirs } = await house({ page, browser }, "sales");
  await expect(card(theirs, "Owner's")).toHaveCount(0);
  await expect(adders(theirs).first()).toBeVisible();
  await dragCard(theirs, "Theirs", needs(say));
  await expect(card(column(theirs, needs(say)), "Theirs")).toBeVisible();
  const sheet = await openCard(theirs, "Theirs");
  await expect(owner(sheet)).toBeEnabled();
  const hidden = await dealOf(page, slug, "Owner's");
  const stage = await stageOf(page, slug, needs(say));
  await expectRefused(theirs, slug, [
    ["deals.move", { dealId: hidden.id, stageId: stage.id }],
    ["deals.delete", { dealId: (await dealOf(page, slug, "Theirs")).id }],
  ]);
  await theirs.goto(`/${slug}/deals/${hidden.id}`);
  await expect(theirs.getByText("Owner's")).toHaveCount(0);
  await expectNoSetUp(theirs, slug);
  await theirs.context().close();
});

test("a team lead works with the team's deals, and with nobody else's", { tag: "@ru" }, async ({
  page,
  browser,
  say,
}) => {
  const { slug, theirs, teamId } = await house({ page, browser }, "team_lead");
  const mate = await colleague(browser, page, slug, { role: "sales", name: "Vera", teamId });
  const stage = await stageOf(page, slug, fresh(say));
  await tell(mate.page, slug, "deals.create", { title: "Mate's", stageId: stage.id });
  await expect(card(theirs, "Mate's")).toBeVisible();
  await expect(card(theirs, "Owner's")).toHaveCount(0);
  await dragCard(theirs, "Mate's", needs(say));
  await expect(card(column(theirs, needs(say)), "Mate's")).toBeVisible();
  const sheet = await openCard(theirs, "Mate's");
  await sheet
    .getByRole("button", { name: say("deal.menu.label") })
    .first()
    .click();
  await expect(theirs.getByRole("menuitem", { name: say("deal.menu.delete") })).toBeVisible();
  for (const one of [theirs, mate.page]) await one.context().close();
});

test("a head of sales sets up pipelines and invites, but leaves members and the workspace alone", {
  tag: "@en",
}, async ({ page, browser, say }) => {
  const { slug, theirs, memberId } = await house({ page, browser }, "head_of_sales");
  await expect(card(theirs, "Owner's")).toBeVisible();
  await dragCard(theirs, "Owner's", needs(say));
  await expect(card(column(theirs, needs(say)), "Owner's")).toBeVisible();
  await expectNoMembers(theirs, slug);
  await expect(inviter(theirs)).toBeVisible();
  const members = await ask<{ id: string }[]>(page, slug, "identity.members");
  const boss = members.find(({ id }) => id !== memberId);
  await expectRefused(theirs, slug, [
    ["identity.removeMember", { memberId: boss?.id }],
    ["identity.updateOrganization", { name: "Taken" }],
  ]);
  await theirs.context().close();
});

test("a role taken away under an open board is told in words", { tag: "@ru" }, async ({
  page,
  browser,
  say,
}) => {
  const { slug, theirs, memberId } = await house({ page, browser }, "head_of_sales");
  await theirs.route("**/api/live/**", (route) => route.abort());
  await theirs.reload();
  await expect(card(theirs, "Owner's")).toBeVisible({ timeout: 20_000 });
  await tell(page, slug, "identity.changeMember", { memberId, changes: { role: "observer" } });
  await dragCard(theirs, "Owner's", needs(say));
  await expect(theirs.getByText(say("errors.FORBIDDEN"))).toBeVisible();
  await expect(card(column(theirs, fresh(say)), "Owner's")).toBeVisible();
  await theirs.context().close();
});
