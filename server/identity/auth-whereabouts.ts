import { createHmac, timingSafeEqual } from "node:crypto";
import { parseCookies } from "better-auth/cookies";
import { openRuntime } from "@/db/client";
import { keep, kept } from "@/db/kept-statements";
import { auth } from "./auth";
import type { Workplace } from "./membership";
import type { User } from "./organizations";
import { currentUser } from "./session";

/** Who asks, and their place in the workspace asked about; `place` is absent where it has not been looked up. */
export type Whereabouts = { user: User | null; place?: Workplace | null };

type Found = { expiresAt: number; user: User; place: Workplace | null };

/**
 * Who sends these headers and where they work, in one statement. better-auth itself is asked when its session has ended
 * or is due to be prolonged, which are its to write.
 */
export async function whereabouts(headers: Headers, slug: string): Promise<Whereabouts> {
  const { authCookies, secret, sessionConfig } = await auth().$context;
  const token = signedToken(
    parseCookies(headers.get("cookie") ?? "").get(authCookies.sessionToken.name),
    secret,
  );
  if (!token) return { user: null };
  const { rows } = await openRuntime().pool.query<{ found: Found | null }>(
    kept({ text: `${keep} select whereabouts($1, $2) as found` }),
    [token, slug],
  );
  const found = rows[0]?.found;
  const prolongFrom = (sessionConfig.expiresIn - sessionConfig.updateAge) * 1000;
  if (!found || found.expiresAt - Date.now() <= prolongFrom) return { user: await currentUser(headers) };
  return {
    user: { ...found.user, language: found.user.language === "ru" ? "ru" : "en" },
    place: found.place,
  };
}

// A signed cookie is `value.signature`, the signature an HMAC-SHA256 in base64: as better-auth writes it.
function signedToken(cookie: string | undefined, secret: string): string | null {
  const end = cookie?.lastIndexOf(".") ?? -1;
  if (!cookie || end < 1) return null;
  const token = cookie.slice(0, end);
  const given = Buffer.from(cookie.slice(end + 1), "base64");
  const own = createHmac("sha256", secret).update(token).digest();
  return given.length === own.length && timingSafeEqual(given, own) ? token : null;
}
