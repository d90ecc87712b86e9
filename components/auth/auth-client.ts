"use client";

import { createAuthClient } from "better-auth/client";
import { inferAdditionalFields, twoFactorClient } from "better-auth/client/plugins";

/** The browser's line to better-auth: sign-up, sign-in, sessions, two-factor. */
export const authClient = createAuthClient({
  fetchOptions: { customFetchImpl: fetchWithWait },
  plugins: [
    twoFactorClient(),
    inferAdditionalFields({ user: { language: { type: "string", input: true, required: false } } }),
  ],
});

/** Why better-auth refused; `minutes` to wait when it said so. */
export type AuthFault = { code: string; minutes?: number };

type Answer<Data> = {
  data: Data | null;
  error: { code?: string; status: number; minutes?: number } | null;
};

// How long to wait is said in a header, which the client's answers do not keep.
async function fetchWithWait(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init);
  const seconds = Number(response.headers.get("x-retry-after"));
  if (response.status !== 429 || !(seconds > 0)) return response;
  return Response.json({ minutes: Math.ceil(seconds / 60) }, { status: 429 });
}

/** Asks better-auth, and answers with data or with one code, also when the server was not reached. */
export async function ask<Data>(
  call: Promise<Answer<Data>>,
): Promise<{ data: Data; fault: null } | { data: null; fault: AuthFault }> {
  try {
    const { data, error } = await call;
    if (error?.status === 429) return { data: null, fault: { code: "RATE_LIMITED", minutes: error.minutes } };
    if (error) return { data: null, fault: { code: error.code ?? "UNKNOWN" } };
    return { data: data as Data, fault: null };
  } catch {
    return { data: null, fault: { code: "OFFLINE" } };
  }
}
