import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { APIError, createAuthMiddleware } from "better-auth/api";
import { nextCookies } from "better-auth/next-js";
import { twoFactor } from "better-auth/plugins";
import { type Database, getDatabase } from "@/db/client";
import * as schema from "@/db/schema/auth";
import { letter, sendEmail } from "@/server/messaging";
import { announceSessionEnd, isOwnOrigin, type Language, newId } from "@/server/platform";
import { accountLetters } from "./account-letters";
import { forgetGuesses, waitBeforeGuess } from "./auth-guesses";
import { checkBody } from "./checked-body";
import { checkedUser } from "./checked-user";
import { languageCookie } from "./contract";
import { renameMember } from "./rename-member";

const appUrl = process.env.APP_URL ?? "http://localhost:3000";

function createAuth(database: Database) {
  return betterAuth({
    appName: "Pult",
    baseURL: appUrl,
    trustedOrigins: ownOrigin,
    secret: process.env.BETTER_AUTH_SECRET,
    database: drizzleAdapter(database, { provider: "pg", schema }),
    advanced: {
      database: { generateId: newId },
      cookiePrefix: "pult",
      // Left to itself, better-auth looks away in tests.
      disableOriginCheck: false,
      // A client may write any X-Forwarded-For: it counts only behind a proxy that is said to rewrite it.
      ipAddress: process.env.TRUST_PROXY ? {} : { disableIpTracking: true },
    },
    user: { additionalFields: { language: { type: "string", defaultValue: "en", input: true } } },
    // Fresh always: else the list of sessions is refused to whoever signed in yesterday.
    session: { expiresIn: 60 * 60 * 24 * 30, updateAge: 60 * 60 * 24, freshAge: 0 },
    databaseHooks: {
      user: {
        create: { before: checkedUser },
        update: { before: checkedUser, after: (user) => renameMember(user.id, user.name) },
      },
      session: { delete: { after: ({ userId }) => announceSessionEnd(userId) } },
    },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 8,
      maxPasswordLength: 200,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, url }) => post(user, "reset", url),
    },
    emailVerification: {
      sendOnSignUp: true,
      autoSignInAfterVerification: true,
      sendVerificationEmail: ({ user, url }) => post(user, "verify", url),
    },
    rateLimit: {
      enabled: process.env.NODE_ENV === "production" && process.env.RATE_LIMIT !== "off",
      storage: "database",
      customRules: {
        "/sign-in/email": { window: 3600, max: 20 },
        "/sign-up/email": { window: 3600, max: 20 },
      },
    },
    // Addresses can be many, an account is one: guesses are counted by account.
    hooks: {
      before: createAuthMiddleware(async ({ path, body }) => {
        checkBody(body);
        if (path !== "/sign-in/email") return;
        const seconds = await waitBeforeGuess(String(body?.email ?? ""));
        if (seconds === 0) return;
        throw new APIError(
          "TOO_MANY_REQUESTS",
          { code: "TOO_MANY_REQUESTS", message: "Too many attempts" },
          // As better-auth's own limits say it.
          { "X-Retry-After": String(seconds) },
        );
      }),
      after: createAuthMiddleware(async ({ path, body, context, setCookie }) => {
        if (!context.newSession) return;
        if (path === "/sign-in/email") await forgetGuesses(String(body?.email ?? ""));
        // The person's language follows them to a new browser.
        const language = String(context.newSession.user.language ?? "en");
        setCookie(languageCookie, language, { path: "/", maxAge: 60 * 60 * 24 * 365, sameSite: "lax" });
      }),
    },
    plugins: [twoFactor({ issuer: "Pult" }), nextCookies()],
  });
}

// One server has many names on its own machine: localhost, 127.0.0.1, its address in the local network.
function ownOrigin(request?: Request): string[] {
  const origin = request?.headers.get("origin");
  return request && origin && isOwnOrigin(request.headers, appUrl) ? [origin] : [];
}

type Recipient = { id: string; email: string; name: string; language?: unknown };

async function post(user: Recipient, kind: "verify" | "reset", url: string): Promise<void> {
  const language: Language = user.language === "ru" ? "ru" : "en";
  const words = accountLetters[kind][language];
  const body = letter({
    title: words.title,
    paragraphs: words.paragraphs(user.name),
    button: { label: words.button, url },
  });
  await sendEmail({ organizationId: null, key: newId(), to: user.email, subject: words.title, ...body });
}

type Auth = ReturnType<typeof createAuth>;

const home = globalThis as typeof globalThis & { pultAuth?: { of: Database; auth: Auth } };

/** Sign-up, sign-in, sessions, verification, reset and two-factor; made on first use, once a database. */
export function auth(): Auth {
  const database = getDatabase();
  if (home.pultAuth?.of !== database) home.pultAuth = { of: database, auth: createAuth(database) };
  return home.pultAuth.auth;
}
