import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@playwright/test";
import { Webhook } from "standardwebhooks";
import { ask, stageOf, tell } from "./support/api";
import { card } from "./support/board";
import { foundWorkspace } from "./support/workspace";

test("a key made in the settings creates a deal, which the board shows at once", async ({ page }) => {
  const { slug } = await foundWorkspace(page);
  await page.goto(`/${slug}/settings/api`);
  await page.getByRole("button", { name: "New key" }).first().click();
  await page.getByLabel("Name").fill("Site");
  await page.getByRole("button", { name: "Everything", exact: true }).click();
  await page.getByRole("button", { name: "Create key" }).click();
  const key = await page.getByRole("textbox", { name: "New API key" }).inputValue();
  expect(key).toMatch(/^pult_/);
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText("Not used yet")).toBeVisible();

  await page.goto(`/${slug}/deals`);
  const { id: stageId } = await stageOf(page, slug, "New enquiry");
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
  await page.getByRole("button", { name: "Revoke key Site" }).click();
  await page.getByRole("button", { name: "Revoke", exact: true }).click();
  await expect(page.getByText("No keys yet")).toBeVisible();
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

test("a webhook is signed, shows its failure, and arrives when it is sent again", async ({ page }) => {
  const { slug } = await foundWorkspace(page);
  const { url, received, answer, close } = await receiver();
  await page.goto(`/${slug}/settings/webhooks`);
  await page.getByRole("button", { name: "New address" }).first().click();
  await page.getByRole("textbox", { name: "Address" }).fill("http://10.0.0.1/hook");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("Requests to this address are not allowed.")).toBeVisible();
  await page.getByRole("textbox", { name: "Address" }).fill(url);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  const log = page.getByRole("dialog", { name: "Log" });
  await log.getByRole("button", { name: "Send a test" }).click();
  await expect(log.getByRole("listitem").filter({ hasText: "webhook.ping" })).toContainText("Delivered");

  const [{ id }] = await ask<[{ id: string }]>(page, slug, "webhooks.list");
  const { secret } = await ask<{ secret: string }>(page, slug, "webhooks.secret", { endpointId: id });
  const [ping] = received;
  if (!ping) throw new Error("the test arrived");
  new Webhook(secret).verify(ping.body, ping.headers as Record<string, string>);

  answer.status = 500;
  const { id: stageId } = await stageOf(page, slug, "New enquiry");
  await tell(page, slug, "deals.create", { title: "Windows", stageId });
  const made = log.getByRole("listitem").filter({ hasText: "deal.created" }).first();
  await expect(made).toContainText("Waiting");
  await expect(made).toContainText(/[12] attempt/);
  answer.status = 200;
  await made.getByRole("button", { name: "Details of deal.created" }).click();
  await made.getByRole("button", { name: "Send again" }).click();
  await expect(made).toContainText("Delivered");
  // The stage's robot plans an activity, which is told of as well, in between.
  const told = received.map(({ body }): { type: string } => JSON.parse(body));
  const aboutDeal = told.filter(({ type }) => type === "deal.created");
  expect(aboutDeal.length).toBeGreaterThan(1);
  expect(aboutDeal.at(-1)).toMatchObject({ data: { record: { title: "Windows" } } });
  close();
});

test("a form built in the settings makes a lead without scripts, marks and all", async ({
  page,
  browser,
}) => {
  const { slug } = await foundWorkspace(page);
  await page.goto(`/${slug}/settings/forms`);
  await page.getByRole("link", { name: "New form" }).first().click();
  await page.getByLabel("Heading").fill("Measure my windows");
  await page.getByRole("button", { name: "Remove Comment" }).click();
  await page.getByRole("button", { name: "Create form" }).click();
  await expect(page.getByRole("textbox", { name: "Link" })).toHaveValue(/\/f\//);
  const link = await page.getByRole("textbox", { name: "Link" }).inputValue();
  await expect(page.frameLocator("iframe").getByText("Measure my windows")).toBeVisible();

  const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const opened = Date.now();
  await visitor.goto(`${link}?utm_source=yandex&utm_campaign=windows`);
  await visitor.getByLabel("Name").fill("Olga");
  await visitor.getByLabel("Phone").fill("12");
  await visitor.getByRole("checkbox").check();
  await visitor.getByRole("button", { name: "Send" }).click();
  await expect(visitor.getByText("This is not a phone number.")).toBeVisible();
  await expect(visitor.getByLabel("Name")).toHaveValue("Olga");
  await visitor.getByLabel("Phone").fill("+49 30 901820");
  // Nobody fills a form in within two seconds.
  await expect.poll(() => Date.now() - opened).toBeGreaterThan(2_500);
  await visitor.getByRole("button", { name: "Send" }).click();
  await expect(visitor.getByText("Thank you! We shall be in touch soon.")).toBeVisible();

  const found = await ask<{ records: { title: string; values: Record<string, unknown> }[] }>(
    page,
    slug,
    "records.list",
    { entity: "lead" },
  );
  expect(found.records).toMatchObject([
    { title: "Form on the site: Olga", values: { utmSource: "yandex", utmCampaign: "windows" } },
  ]);
  await page.reload();
  await expect(page.getByText(/campaign: windows/)).toBeVisible();
});
