import { type Browser, expect, type Page } from "@playwright/test";
import { ask, tell } from "./api";
import { letterTo } from "./mail";
import { freshPage, newPerson, type Person, signUp, signUpAtOnce } from "./people";
import { type Language, languageOf } from "./words";

export type Place = { slug: string; person: Person };

/** From the onboarding page to the new workspace's board. @returns the workspace's address */
export async function createWorkspace(
  page: Page,
  name: string,
  samples: "samples" | "empty" = "samples",
): Promise<string> {
  if (!page.url().includes("/onboarding")) await page.goto("/onboarding");
  await page.locator("input[name=name]").fill(name);
  const toggle = page.getByRole("switch");
  if ((await toggle.isChecked()) !== (samples === "samples")) await toggle.click();
  await page.locator("form button[type=submit]").click();
  await expect(page).toHaveURL(/\/[^/]+\/deals/, { timeout: 30_000 });
  await expect(page.locator("[data-slot=kanban-column]").first()).toBeVisible();
  return new URL(page.url()).pathname.split("/")[1] ?? "";
}

/** A new person with a new workspace, made through the screens, looking at its board. */
export async function comeAsNewPerson(
  page: Page,
  name = "Anna",
  samples: "samples" | "empty" = "samples",
): Promise<Place> {
  const person = newPerson(name);
  await signUp(page, person);
  const slug = await createWorkspace(page, `Workspace of ${person.email}`, samples);
  return { slug, person };
}

/** The same without the screens of signing up. */
export async function settleIn(
  page: Page,
  name = "Anna",
  samples: "samples" | "empty" = "samples",
): Promise<Place> {
  const place = await foundWorkspace(page, { name, sampleData: samples === "samples" });
  await page.goto(`/${place.slug}/deals`);
  await expect(page.locator("[data-slot=kanban-column]").first()).toBeVisible();
  return place;
}

/** A new person with a new workspace at once; the page itself stays where it is. */
export async function foundWorkspace(
  page: Page,
  { name = "Anna", language = languageOf(page), sampleData = false }: Partial<Founding> = {},
): Promise<Place> {
  const person = newPerson(name);
  await signUpAtOnce(page, person, language);
  const { slug } = await tell<{ slug: string }>(page, "", "onboarding.create", {
    ...{ name: `Workspace of ${person.email}`, timeZone: "Europe/Berlin", currency: "EUR" },
    ...{ language, industry: "b2b_services", sampleData },
  });
  return { slug, person };
}

type Founding = { name: string; language: Language; sampleData: boolean };

/** A colleague in a browser of their own, invited and joined. @returns their page and their member's id */
export async function colleague(
  browser: Browser,
  owner: Page,
  slug: string,
  { role, name = "Boris", teamId }: { role: string; name?: string; teamId?: string },
): Promise<{ page: Page; person: Person; memberId: string }> {
  const page = await freshPage(browser, owner);
  const person = newPerson(name);
  await signUpAtOnce(page, person, languageOf(owner));
  const confirmation = await letterTo(page, person.email, /confirm|подтверд/i);
  await page.request.get(confirmation.links[0] ?? "");
  await tell(owner, slug, "identity.invite", { email: person.email, role, teamId });
  const invitation = await letterTo(page, person.email, /invites|приглашает/);
  const token = invitation.links[0]?.split("/").at(-1);
  await tell(page, "", "identity.acceptInvitation", { token });
  const { member } = await ask<{ member: { id: string } }>(page, slug, "identity.me");
  return { page, person, memberId: member.id };
}
