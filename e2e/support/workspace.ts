import { expect, type Page } from "@playwright/test";
import { newPerson, type Person, signUp } from "./people";

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

/** A new person with a new workspace, looking at its board. */
export async function settleIn(
  page: Page,
  name = "Anna",
  samples: "samples" | "empty" = "samples",
): Promise<Place> {
  const person = newPerson(name);
  await signUp(page, person);
  const slug = await createWorkspace(page, `Workspace of ${person.email}`, samples);
  return { slug, person };
}
