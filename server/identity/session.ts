import { auth } from "./auth";
import type { User } from "./organizations";

/** Whether the session of these headers still lives; it is not prolonged by asking. */
export async function isSignedIn(headers: Headers): Promise<boolean> {
  return (await auth().api.getSession({ headers, query: { disableRefresh: true } })) !== null;
}

/** Who sends these headers; null when nobody is signed in. */
export async function currentUser(headers: Headers): Promise<User | null> {
  const session = await auth().api.getSession({ headers });
  if (!session) return null;
  const { id, name, email, emailVerified } = session.user;
  return { id, name, email, emailVerified, language: session.user.language === "ru" ? "ru" : "en" };
}
