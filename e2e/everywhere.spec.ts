import { expect, type Page } from "@playwright/test";
import { ask, pipelineOf, tell } from "./support/api";
import { axe } from "./support/axe";
import { addDeal, card, column, openCard } from "./support/board";
import { letterTo } from "./support/mail";
import { operatorEmails } from "./support/operators";
import { newPerson, signUpAtOnce } from "./support/people";
import { test } from "./support/test";
import type { Language } from "./support/words";
import { comeAsNewPerson, foundWorkspace, settleIn } from "./support/workspace";

const outside = [
  ...["/", "/sign-in", "/sign-up", "/forgot-password", "/two-factor"],
  ...["/reset-password", "/reset-password?token=t", "/verify-email"],
];
const tours = [
  { language: "en", locale: "en-GB", colorScheme: "light", letters: /[a-z]/, go: load },
  // As people go from page to page.
  { language: "ru", locale: "ru-RU", colorScheme: "dark", letters: /[а-яё]/, go: walk },
] as const;

for (const { language, locale, colorScheme, letters, go } of tours) {
  test.describe(`a tour of every page, ${language} and ${colorScheme}`, () => {
    // What is fading in has no contrast yet.
    test.use({ locale, colorScheme, contextOptions: { reducedMotion: "reduce" } });

    test("has its words, fits a phone and holds to WCAG 2 AA as far as axe can tell", async ({ page }) => {
      test.setTimeout(240_000);
      const faults: string[] = [];
      page.on("pageerror", (error) => faults.push(`${page.url()} ${error.message}`));
      page.on("console", (line) => {
        const message = /MISSING_MESSAGE|FORMATTING_ERROR|INVALID_MESSAGE/.test(line.text());
        if (line.type() === "error" || message) faults.push(`${page.url()} ${line.text()}`);
      });
      for (const path of outside) await test.step(path, () => look(page, path, letters));
      for (const path of await pagesOfOperators(page, language)) {
        await test.step(path, () => look(page, path, letters));
      }
      await page.context().clearCookies();
      const { slug } = await foundWorkspace(page, { language, sampleData: true });
      const { inside, shared } = await pagesOf(page, slug, language);
      for (const path of inside) await test.step(path, () => look(page, path, letters, go));
      for (const path of shared) await test.step(path, () => look(page, path, letters));
      expect(faults).toEqual([]);
    });
  });
}

/** Every page of a workspace with something on it, and a few of its sheets and forms; and those outside of it. */
async function pagesOf(
  page: Page,
  slug: string,
  language: Language,
): Promise<{ inside: string[]; shared: string[] }> {
  type Row = { id: string };
  const first = async (entity: string) => {
    const found = await ask<{ records: Row[] }>(page, slug, "records.list", { entity, limit: 1 });
    return found.records[0]?.id ?? "";
  };
  const [deal, lead, contact, company] = await Promise.all(["deal", "lead", "contact", "company"].map(first));
  const product = await tell<Row>(page, slug, "products.create", { name: "A4", priceMinor: 50_000 });
  const invoice = await tell<Row>(page, slug, "invoices.create", { dealId: deal });
  const list = await tell<Row>(page, slug, "lists.create", {
    name: "№ 1",
    itemName: "№",
    readyMade: "documents",
  });
  const item = await tell<Row>(page, slug, "lists.createItem", { listId: list.id, title: "A-17" });
  await tell(page, slug, "webhooks.create", { url: "https://example.com/hook", events: ["*"] });
  const form = await tell<Row>(page, slug, "webforms.save", {
    ...{ name: "№ 1", design: designIn(language), sourceId: null, ownerIds: [], closed: false },
  });
  const sent = await tell<Row>(page, slug, "invoices.create", { dealId: deal });
  await tell(page, slug, "invoices.issue", { invoiceId: sent.id });
  const { link } = await ask<{ link: string }>(page, slug, "invoices.get", { invoiceId: sent.id });
  const imported = await upload(page, slug);
  await tell(page, slug, "identity.invite", { email: "boris@example.com", role: "sales" });
  const invitation = (await letterTo(page, "boris@example.com", /invites|приглашает/)).links[0] ?? "";
  const stages = await pipelineOf(page, slug);
  const settings = [
    ...["", "/members", "/loss-reasons", "/fields", "/trash", "/forms", "/forms/new", `/forms/${form.id}`],
    ...["/api", "/webhooks", "/invoices", "/currencies", "/tags", "/account"],
  ];
  const inside = [
    ...["/deals", "/deals?view=list", "/deals?new=true", `/deals?deal=${deal}`, `/deals/${deal}`],
    `/deals?robots=${stages.stages[0]?.id}`,
    ...["/leads", "/leads?view=list", `/leads?lead=${lead}`, `/leads/${lead}`],
    ...["/contacts", "/contacts?new=true", `/contacts/${contact}`, "/companies", `/companies/${company}`],
    ...["/products", "/products?product=new", `/products/${product.id}`],
    ...["/invoices", `/invoices/${invoice.id}`],
    ...["/activities", "/activities?view=month", "/activities?view=week", "/notifications"],
    ...["/lists", `/lists/${list.id}`, `/list-items/${item.id}`],
    ...["/pipelines", "/automation", "/import", `/import/${imported}`],
    ...settings.map((path) => `/settings${path}`),
  ];
  return {
    inside: inside.map((path) => `/${slug}${path}`),
    shared: [
      ...["/workspaces", "/onboarding", "/developers", "/verify-email", `/f/${form.id}`],
      ...[new URL(link).pathname, new URL(invitation).pathname],
      // Leads to another page.
      `/${slug}/settings/import`,
    ],
  };
}

/** Of a person whose address is listed in OPERATOR_EMAILS and confirmed. */
async function pagesOfOperators(page: Page, language: Language): Promise<string[]> {
  const person = { ...newPerson("Olga"), email: operatorEmails[language] };
  await signUpAtOnce(page, person, language);
  const confirmation = await letterTo(page, person.email, /confirm|подтверд/i);
  await page.request.get(confirmation.links[0] ?? "");
  return ["/ops", "/ops/runs", "/ops/functions", "/verify-email"];
}

/** A file of contacts, uploaded. @returns the import's id */
async function upload(page: Page, slug: string): Promise<string> {
  const answer = await page.request.post(`/api/import/${slug}?name=a.csv&entity=contact`, {
    headers: { origin: new URL(page.url()).origin },
    data: Buffer.from("Имя,Email\n№ 1,a@example.com\n№ 2,?\n"),
  });
  expect(answer.status()).toBe(200);
  return (await answer.json()).importId;
}

const designIn = (language: Language) => ({
  ...{ language, heading: "№ 1", text: null, button: "→", colour: "#3b5bdb", notify: false },
  fields: ["name", "phone", "email", "comment"].map((key) => ({
    ...{ key, label: language === "ru" ? "Поле" : "Field", hint: null, required: key === "name" },
  })),
  consent: { text: "№ 2", url: "https://example.com" },
  after: { kind: "message", text: "№ 3" },
});

const rawKey =
  /\b(activities|auth|automation|board|deal|errors|fields|files|filter|integrations|invoices|lead|lists|notifications|products|records?|robots|settings|shell|site|transfer|ui)\.[a-z][\w.]+/;

async function load(page: Page, path: string): Promise<void> {
  await page.goto(path);
}

/** Without loading the document anew, as a link of the app leads there. */
async function walk(page: Page, path: string): Promise<void> {
  await page.evaluate((href) => {
    const { next } = window as unknown as { next: { router: { push: (href: string) => void } } };
    next.router.push(href);
  }, path);
  await expect(page).toHaveURL(path);
}

async function look(page: Page, path: string, letters: RegExp, go = load): Promise<void> {
  await go(page, path);
  await expect(page.getByRole("heading").first()).toBeVisible();
  await expect(page.locator("[aria-busy=true], [data-slot=skeleton]")).toHaveCount(0);
  // On the way from page to page there is none for a moment.
  await expect(page).toHaveTitle(/\S/);
  const text = await page.locator("body").innerText();
  expect.soft(text, path).toMatch(letters);
  // Operators read events by their names.
  if (!path.startsWith("/ops")) expect.soft(text, path).not.toMatch(rawKey);
  const { violations } = await axe(page)
    .withTags(["wcag2a", "wcag2aa"])
    // Frames hold printed invoices and previews of forms; without them axe needs no second page each time.
    .setLegacyMode()
    .exclude("iframe")
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`,
  );
  expect.soft(found, path).toEqual([]);
  const size = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSideways(page, path);
  if (size) await page.setViewportSize(size);
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("the board, a card and a move by the menu fit the screen", { tag: "@en" }, async ({ page, say }) => {
    const needs = say.declared("Needs analysis");
    await comeAsNewPerson(page);
    await addDeal(page, { title: "In the pocket" });
    await expectNoSideways(page);
    await card(page, "In the pocket")
      .getByRole("button", { name: say("board.kanban.menu", { title: "In the pocket" }) })
      .tap();
    await page.getByRole("menuitem", { name: needs }).tap();
    await expect(card(column(page, needs), "In the pocket")).toBeVisible();
    await openCard(page, "In the pocket");
    await expectNoSideways(page);
  });
});

async function expectNoSideways(page: Page, path = page.url()): Promise<void> {
  const spill = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect.soft(spill, `${path} does not scroll sideways`).toBeLessThanOrEqual(0);
}

test("the keyboard alone opens a deal and moves it", { tag: "@en" }, async ({ page, say }) => {
  const needs = say.declared("Needs analysis");
  await settleIn(page);
  const title = "Without a mouse";
  await addDeal(page, { title });
  await card(page, title).getByRole("link", { name: title, exact: true }).focus();
  await page.keyboard.press("m");
  await page.getByRole("menuitem", { name: needs }).press("Enter");
  await expect(card(column(page, needs), title)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
});
