"use client";

import { inferAdditionalFields, twoFactorClient } from "better-auth/client/plugins";
import { createAuthClient } from "better-auth/react";

/** The browser's line to better-auth: sign-up, sign-in, sessions, two-factor. */
export const authClient = createAuthClient({
  plugins: [
    twoFactorClient(),
    inferAdditionalFields({ user: { language: { type: "string", input: true, required: false } } }),
  ],
});

/** Why better-auth refused. */
export type AuthFault = { code: string };

type Answer<Data> = { data: Data | null; error: { code?: string; status: number } | null };

/** Asks better-auth, and answers with data or with one code, also when the server was not reached. */
export async function ask<Data>(
  call: Promise<Answer<Data>>,
): Promise<{ data: Data; fault: null } | { data: null; fault: AuthFault }> {
  try {
    const { data, error } = await call;
    if (error?.status === 429) return { data: null, fault: { code: "RATE_LIMITED" } };
    if (error) return { data: null, fault: { code: error.code ?? "UNKNOWN" } };
    return { data: data as Data, fault: null };
  } catch {
    return { data: null, fault: { code: "OFFLINE" } };
  }
}
