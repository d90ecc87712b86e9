import { createHash } from "node:crypto";
import { keyedDigest } from "@/server/platform";

/** A field that people do not see and programs fill in. */
export const trapField = "website";

const shortestMs = 2_000;
const longestMs = 24 * 60 * 60_000;

/** Says, unforgeably, when a form's page was made. */
export function pageToken(formId: string, at: Date): string {
  const made = String(at.getTime());
  return `${made}.${keyedDigest("webform page", `${formId} ${made}`)}`;
}

export type Suspicion = "trap" | "token" | "too_fast" | null;

/** What speaks against a person having sent this. A page that is too old is no fault of theirs: see `isStale`. */
export function suspicionOf(formId: string, sent: { token: string; trap: string }, now: Date): Suspicion {
  if (sent.trap !== "") return "trap";
  const made = madeAt(formId, sent.token);
  if (!made || made.getTime() > now.getTime()) return "token";
  return now.getTime() - made.getTime() < shortestMs ? "too_fast" : null;
}

/** The token a page keeps while a person puts faults right; a new one where it has none of ours, or too old a one. */
export function keptToken(formId: string, token: string, now: Date): string {
  const isGood = madeAt(formId, token) !== null && !isStale(formId, token, now);
  return isGood ? token : pageToken(formId, now);
}

/** Was the page open for more than a day? */
export function isStale(formId: string, token: string, now: Date): boolean {
  const made = madeAt(formId, token);
  return made !== null && now.getTime() - made.getTime() > longestMs;
}

function madeAt(formId: string, token: string): Date | null {
  const [made = ""] = token.split(".");
  if (!/^\d{13}$/.test(made)) return null;
  const at = new Date(Number(made));
  return pageToken(formId, at) === token ? at : null;
}

/** The sender's address, unreadable, and another one in each form. */
export function senderHashOf(formId: string, address: string | null): string | null {
  return address === null ? null : keyedDigest("webform sender", `${formId} ${address}`);
}

export function bodyHashOf(typed: Record<string, string | string[]>): string {
  const sorted = Object.entries(typed).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(sorted)).digest("hex");
}
