import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "@playwright/test";
import { Webhook } from "standardwebhooks";
import { words } from "@/server/webforms/page/words";
import { ask, stageOf, tell } from "./support/api";
import { card } from "./support/board";
import { freshPage } from "./support/people";
import { test } from "./support/test";
import { foundWorkspace } from "./support/workspace";

/** Somebody's own site, whose every page is this. */
async function openSite(html: string): Promise<{ url: string; close: () => void }> {
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html" }).end(html);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

test("a key made in the settings creates a deal, which the board shows at once", { tag: "@ru" }, async ({
  page,
  say,
}) => {
  const { slug } = await foundWorkspace(page);
  await page.goto(`/${slug}/settings/api`);
  await page
    .getByRole("button", { name: say("integrations.api.new") })
    .first()
    .click();
  await page.getByLabel(say("integrations.api.name")).fill("Site");
  await page.getByRole("button", { name: say("integrations.api.writeAll"), exact: true }).click();
  await page.getByRole("button", { name: say("integrations.api.create") }).click();
  const key = await page.getByRole("textbox", { name: say("integrations.api.newTitle") }).inputValue();
  expect(key).toMatch(/^pult_/);
  await page.getByRole("button", { name: say("integrations.api.done") }).click();
  await expect(page.getByText(say("integrations.api.neverUsed"))).toBeVisible();

  await page.goto(`/${slug}/deals`);
  const { id: stageId } = await stageOf(page, slug, say.declared("New enquiry"));
  const call = (headers: Record<string, string>) =>
    page.request.post("/api/v1/deals", {
      headers: { authorization: `Bearer ${key}`, "idempotency-key": "first", ...headers },
      data: { title: "From the API", stageId, amountMinor: 120_000 },
    });
  const made = await call({});
  expect(made.status()).toBe(201);
  expect((await call({})).headers()["idempotent-replayed"]).toBe("true");
  await expect(card(page, "From the API")).toBeVisible();
  const wrong = await call({ authorization: "Bearer pult_nothing", "accept-language": "ru" });
  expect(wrong.status()).toBe(401);
  expect(await wrong.json()).toMatchObject({ code: "API_KEY_INVALID", title: /отозван/ });

  await page.goto(`/${slug}/settings/api`);
  await page.getByRole("button", { name: say("integrations.api.revoke", { name: "Site" }) }).click();
  await page.getByRole("button", { name: say("integrations.api.revokeConfirm"), exact: true }).click();
  await expect(page.getByText(say("integrations.api.emptyTitle"))).toBeVisible();
  expect((await call({})).status()).toBe(401);
});

type Received = { headers: IncomingHttpHeaders; body: string };

/** Somebody else's server, which keeps what it is sent. */
async function receiver() {
  const received: Received[] = [];
  const answer = { status: 204 };
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      received.push({ headers: request.headers, body });
      response.writeHead(answer.status).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  return { url, received, answer, close: () => server.close() };
}

test("a webhook is signed, shows its failure, and arrives when it is sent again", { tag: "@en" }, async ({
  page,
  say,
}) => {
  const { slug } = await foundWorkspace(page);
  const { url, received, answer, close } = await receiver();
  await page.goto(`/${slug}/settings/webhooks`);
  await page
    .getByRole("button", { name: say("integrations.webhooks.new") })
    .first()
    .click();
  await page.getByRole("textbox", { name: say("integrations.webhooks.url") }).fill("http://10.0.0.1/hook");
  await page.getByRole("button", { name: say("integrations.webhooks.create"), exact: true }).click();
  await expect(page.getByText(say("errors.field.HTTP_ADDRESS_REFUSED"))).toBeVisible();
  await page.getByRole("textbox", { name: say("integrations.webhooks.url") }).fill(url);
  await page.getByRole("button", { name: say("integrations.webhooks.create"), exact: true }).click();
  const log = page.getByRole("dialog", { name: say("integrations.webhooks.logTitle") });
  await log.getByRole("button", { name: say("integrations.webhooks.ping") }).click();
  await expect(log.getByRole("listitem").filter({ hasText: "webhook.ping" })).toContainText(
    say("integrations.webhooks.state.delivered"),
  );

  const [{ id }] = await ask<[{ id: string }]>(page, slug, "webhooks.list");
  const { secret } = await ask<{ secret: string }>(page, slug, "webhooks.secret", { endpointId: id });
  const [ping] = received;
  if (!ping) throw new Error("the test arrived");
  new Webhook(secret).verify(ping.body, ping.headers as Record<string, string>);

  answer.status = 500;
  const { id: stageId } = await stageOf(page, slug, say.declared("New enquiry"));
  await tell(page, slug, "deals.create", { title: "Windows", stageId });
  const made = log.getByRole("listitem").filter({ hasText: "deal.created" }).first();
  await expect(made).toContainText(say("integrations.webhooks.state.waiting"));
  await expect(made).toContainText(/[12] /);
  answer.status = 200;
  await made
    .getByRole("button", { name: say("integrations.webhooks.details", { type: "deal.created" }) })
    .click();
  await made.getByRole("button", { name: say("integrations.webhooks.replay") }).click();
  await expect(made).toContainText(say("integrations.webhooks.state.delivered"));
  // The stage's robot plans an activity, which is told of as well, in between.
  const told = received.map(({ body }): { type: string } => JSON.parse(body));
  const aboutDeal = told.filter(({ type }) => type === "deal.created");
  expect(aboutDeal.length).toBeGreaterThan(1);
  expect(aboutDeal.at(-1)).toMatchObject({ data: { record: { title: "Windows" } } });
  close();
});

test("a form built in the settings makes a lead without scripts, marks and all", { tag: "@ru" }, async ({
  page,
  browser,
  say,
}) => {
  const { slug } = await foundWorkspace(page);
  await page.goto(`/${slug}/settings/forms`);
  await page
    .getByRole("link", { name: say("integrations.forms.new") })
    .first()
    .click();
  await page.getByLabel(say("integrations.forms.heading")).fill("Measure my windows");
  await page
    .getByRole("button", {
      name: say("integrations.forms.removeField", { name: say("integrations.forms.standard.comment") }),
    })
    .click();
  await page.getByRole("button", { name: say("integrations.forms.create") }).click();
  await expect(page.getByRole("textbox", { name: say("integrations.forms.link") })).toHaveValue(/\/f\//);
  const link = await page.getByRole("textbox", { name: say("integrations.forms.link") }).inputValue();
  await expect(page.frameLocator("iframe").getByText("Measure my windows")).toBeVisible();

  const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const opened = Date.now();
  await visitor.goto(`${link}?utm_source=yandex&utm_campaign=windows`);
  await visitor.getByLabel(say("integrations.forms.standard.name")).fill("Olga");
  await visitor.getByLabel(say("integrations.forms.standard.phone")).fill("12");
  await visitor.getByRole("checkbox").check();
  await visitor.getByRole("button", { name: say("integrations.forms.defaults.button") }).click();
  await expect(visitor.getByText(words[say.language].faults.phone)).toBeVisible();
  await expect(visitor.getByLabel(say("integrations.forms.standard.name"))).toHaveValue("Olga");
  await visitor.getByLabel(say("integrations.forms.standard.phone")).fill("+49 30 901820");
  // Nobody fills a form in within two seconds.
  await expect.poll(() => Date.now() - opened).toBeGreaterThan(2_500);
  await visitor.getByRole("button", { name: say("integrations.forms.defaults.button") }).click();
  await expect(visitor.getByText(say("integrations.forms.defaults.message"))).toBeVisible();

  const found = await ask<{ records: { title: string; values: Record<string, unknown> }[] }>(
    page,
    slug,
    "records.list",
    { entity: "lead" },
  );
  expect(found.records).toMatchObject([
    {
      title: `${say("integrations.forms.defaults.name")}: Olga`,
      values: { utmSource: "yandex", utmCampaign: "windows" },
    },
  ]);
  await page.reload();
  await expect(page.getByText(/campaign: windows/)).toBeVisible();
});

test("a form stands in a page of another site, grows with what it holds, and knows how its visitor first came", {
  tag: "@en",
}, async ({ page, browser, say }) => {
  const { slug } = await foundWorkspace(page);
  await page.goto(`/${slug}/settings/forms/new`);
  await page.getByLabel(say("integrations.forms.heading")).fill("Measure my windows");
  await page.getByRole("button", { name: say("integrations.forms.create") }).click();
  const code = await page.getByRole("textbox", { name: say("integrations.forms.embed") }).inputValue();

  const visitor = await freshPage(browser, page);
  const site = await openSite(`<!doctype html><h1>Windows</h1>${code}`);
  await visitor.goto(`${site.url}/spring?utm_source=vk&utm_campaign=spring`);
  await visitor.goto(`${site.url}/prices`);
  const opened = Date.now();
  const frame = visitor.getByTitle("Measure my windows");
  const form = frame.contentFrame();
  await form.getByLabel(say("integrations.forms.standard.name")).fill("Olga");
  await form.getByLabel(say("integrations.forms.standard.phone")).fill("+49 30 901820");
  await form.getByRole("checkbox").check();
  const room = () => frame.evaluate((one: HTMLIFrameElement) => one.style.height);
  await expect.poll(room).not.toBe("480px");
  const before = await room();
  // Nobody fills a form in within two seconds.
  await expect.poll(() => Date.now() - opened).toBeGreaterThan(2_500);
  await form.getByRole("button", { name: say("integrations.forms.defaults.button") }).click();
  await expect(form.getByText(say("integrations.forms.defaults.message"))).toBeVisible();
  await expect.poll(room).not.toBe(before);

  const { records } = await ask<{ records: { values: Record<string, unknown> }[] }>(
    page,
    slug,
    "records.list",
    { entity: "lead" },
  );
  expect(records.map(({ values }) => [values.utmSource, values.utmCampaign])).toEqual([["vk", "spring"]]);
  site.close();
});
