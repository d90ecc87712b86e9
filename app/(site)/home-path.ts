import { organizationsOf, type User } from "@/server/identity";

/** Where a signed-in person belongs: their only workspace, the choice among several, or making the first. */
export async function homePath(user: User): Promise<string> {
  const [first, ...others] = await organizationsOf(user.id);
  if (!first) return "/onboarding";
  return others.length > 0 ? "/workspaces" : `/${first.slug}/deals`;
}
