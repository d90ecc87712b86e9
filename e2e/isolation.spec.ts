import { expect } from "@playwright/test";
import { dealOf, mutate, query, stageOf } from "./support/api";
import { addDeal, card } from "./support/board";
import { freshPage } from "./support/people";
import { test } from "./support/test";
import { settleIn } from "./support/workspace";

test("another workspace sees nothing by any address", { tag: "@ru" }, async ({ page, browser, say }) => {
  const { slug: theirs } = await settleIn(page);
  const title = "Nobody else's business";
  await addDeal(page, { title });
  const deal = await dealOf(page, theirs, title);
  const stage = await stageOf(page, theirs, say.declared("Needs analysis"));

  const eve = await freshPage(browser, page);
  const { slug: own } = await settleIn(eve, "Eve");
  await expect(card(eve, title)).toHaveCount(0);

  await test.step("pages", async () => {
    for (const path of [
      "",
      "/deals",
      `/deals/${deal.id}`,
      "/pipelines",
      "/automation",
      "/settings",
      "/settings/members",
    ]) {
      const response = await eve.goto(`/${theirs}${path}`);
      expect(response?.status(), `/${theirs}${path}`).toBe(404);
      expect(await eve.content()).not.toContain(title);
    }
    // In her own workspace the card exists no more than any other id.
    await eve.goto(`/${own}/deals/${deal.id}`);
    await expect(eve.getByText(title)).toHaveCount(0);
    expect((await eve.request.get(`/api/live/${theirs}`)).status()).toBe(404);
  });

  const queries: [string, unknown?][] = [
    ["deals.get", { dealId: deal.id }],
    ["records.timeline", { recordId: deal.id }],
    ["records.activities", { recordId: deal.id }],
    ["automation.recordProcesses", { entity: "deal", recordId: deal.id }],
  ];
  const mutations: [string, unknown][] = [
    ["deals.move", { dealId: deal.id, stageId: stage.id }],
    ["deals.update", { dealId: deal.id, changes: { title: "Taken" } }],
    ["deals.delete", { dealId: deal.id }],
    ["records.comment", { recordId: deal.id, text: "Hello" }],
    ["activities.create", { recordId: deal.id, kind: "call", title: "Hello" }],
  ];

  await test.step("calls that name their workspace", async () => {
    const lists: [string, unknown?][] = [
      ["identity.me"],
      ["identity.members"],
      ["identity.invitations"],
      ["pipelines.list"],
      ["contacts.find", { search: "" }],
      ["deals.list", {}],
    ];
    for (const [path, input] of [...queries, ...lists]) {
      expect((await query(eve, theirs, path, input)).status, path).toBe(404);
    }
    for (const [path, input] of mutations)
      expect((await mutate(eve, theirs, path, input)).status, path).toBe(404);
  });

  await test.step("calls from her own workspace that name their deal", async () => {
    for (const [path, input] of queries) expect((await query(eve, own, path, input)).status, path).toBe(404);
    for (const [path, input] of mutations)
      expect((await mutate(eve, own, path, input)).status, path).toBe(404);
  });

  expect(await dealOf(page, theirs, title)).toEqual(deal);
  await eve.context().close();
});

test("who is not signed in is asked to, and told nothing", async ({ page, browser }) => {
  const { slug } = await settleIn(page);
  const stranger = await freshPage(browser, page);
  await stranger.goto(`/${slug}/deals`);
  await expect(stranger).toHaveURL(/\/sign-in/);
  expect((await query(stranger, slug, "deals.list", {})).status).toBe(401);
  await stranger.context().close();
});
