import { randomBytes } from "node:crypto";
import { type Browser, expect, type Page } from "@playwright/test";
import { letterTo } from "./mail";
import { languageOf, speak, wordsOf } from "./words";

export type Person = { name: string; email: string; password: string };

/** Somebody nobody has heard of yet. */
export function newPerson(name: string): Person {
  const tag = randomBytes(4).toString("hex");
  const latin = /^[a-z]+$/i.test(name) ? name.toLowerCase() : "person";
  return { name, email: `${latin}-${tag}@example.com`, password: `long enough ${tag}` };
}

/** A page in a browser of its own, with nobody signed in, in the language of another page. */
export async function freshPage(browser: Browser, beside: Page): Promise<Page> {
  const context = await browser.newContext();
  speak(context, languageOf(beside));
  return context.newPage();
}

/** Fills in the sign-up form that is open, or opens it; the page then goes wherever it goes. */
export async function signUp(page: Page, person: Person): Promise<void> {
  if (!page.url().includes("/sign-up")) await page.goto("/sign-up");
  await page.locator("input[name=name]").fill(person.name);
  await page.locator("input[name=email]").fill(person.email);
  await page.locator("input[name=password]").fill(person.password);
  await page.locator("form button[type=submit]").click();
  await expect(page).not.toHaveURL(/\/sign-up/, { timeout: 30_000 });
}

/** Follows the link in the confirmation letter. */
export async function confirmEmail(page: Page, person: Person): Promise<void> {
  const letter = await letterTo(page, person.email, /confirm|подтверд/i);
  await page.goto(letter.links[0] ?? "");
  await expect(page.getByRole("heading", { name: wordsOf(page)("auth.verify.doneTitle") })).toBeVisible();
}

/** The same without the screens: the page's browser is then signed in. */
export async function signUpAtOnce(page: Page, person: Person, language: "en" | "ru" = "en"): Promise<void> {
  const { name, email, password } = person;
  await post(page, "sign-up/email", { name, email, password, language });
}

/** Signs a browser in without the form. */
export async function signInAtOnce(page: Page, { email, password }: Person): Promise<void> {
  await post(page, "sign-in/email", { email, password });
}

async function post(page: Page, path: string, data: object): Promise<void> {
  const answer = await page.request.post(`/api/auth/${path}`, { data });
  expect(answer.status(), path).toBe(200);
}
