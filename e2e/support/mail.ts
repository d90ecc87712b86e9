import { expect, type Page } from "@playwright/test";

export type ReadLetter = { subject: string; links: string[]; text: string };

/** The subjects of the letters to an address, newest first, as the outbox page shows them. */
export async function subjectsTo(page: Page, email: string): Promise<string[]> {
  const outbox = await openOutbox(page);
  const rows = outbox.getByRole("listitem").filter({ hasText: email });
  const subjects = await rows.locator("a > span:first-child").allInnerTexts();
  await outbox.close();
  return subjects;
}

/** Waits for a letter to an address and opens it. */
export async function letterTo(page: Page, email: string, subject: RegExp): Promise<ReadLetter> {
  const outbox = await openOutbox(page);
  const row = outbox.getByRole("listitem").filter({ hasText: email }).filter({ hasText: subject }).first();
  await expect(async () => {
    if ((await row.count()) === 0) await outbox.reload();
    await expect(row).toBeVisible({ timeout: 1 });
  }).toPass({ intervals: [100, 250], timeout: 20_000 });
  await row.getByRole("link").click();
  await expect(outbox.getByRole("heading", { level: 1 })).toHaveText(subject);
  const letter = {
    subject: await outbox.getByRole("heading", { level: 1 }).innerText(),
    links: await outbox
      .locator("section li a")
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href)),
    text: await outbox.locator("pre").innerText(),
  };
  await outbox.close();
  return letter;
}

/** The outbox in a tab of its own. It is read, not used: what the server wrote is there before any script. */
async function openOutbox(page: Page): Promise<Page> {
  const outbox = await page.context().newPage();
  await outbox.route("**/_next/**", (route) => route.abort());
  await outbox.goto("/dev/mail");
  return outbox;
}
