import { isMark, markOf } from "@/server/platform";

// Tokens carry whom they are about and a mark only this installation can make: a wrong one is refused without a look
// into the database, and a right one leads straight into its organization.
const bytes = 16;

export type LinkClaim = { organizationId: string; invoiceId: string; mark: Buffer };

/** The secret part of an invoice's public address. A new edition makes all before it worthless. */
export function linkToken(organizationId: string, invoiceId: string, edition: number): string {
  const mark = markOf("invoice link", organizationId, invoiceId, edition);
  return Buffer.concat([idBytes(organizationId), idBytes(invoiceId), mark]).toString("base64url");
}

/** What a token claims; `isLinkMark` says whether it is true of an edition. Null for other texts. */
export function readLinkToken(token: string): LinkClaim | null {
  const raw = decoded(token, 3 * bytes);
  if (!raw) return null;
  const [organizationId, invoiceId] = [idFrom(raw, 0), idFrom(raw, bytes)];
  return { organizationId, invoiceId, mark: raw.subarray(2 * bytes) };
}

/** Whether the token was made for this edition of the link. */
export function isLinkMark({ organizationId, invoiceId, mark }: LinkClaim, edition: number): boolean {
  return isMark(mark, markOf("invoice link", organizationId, invoiceId, edition));
}

/** Where an organization's payment systems report to. */
export function webhookUrl(organizationId: string): string {
  const token = Buffer.concat([idBytes(organizationId), markOf("payments", organizationId)]);
  return `${ownAddress()}/api/payments/${token.toString("base64url")}`;
}

/** The organization whose payments are reported there; null for texts that are no such address. */
export function readWebhookToken(token: string): string | null {
  const raw = decoded(token, 2 * bytes);
  if (!raw) return null;
  const organizationId = idFrom(raw, 0);
  return isMark(raw.subarray(bytes), markOf("payments", organizationId)) ? organizationId : null;
}

/** An invoice's public page. */
export function linkUrl(organizationId: string, invoiceId: string, edition: number): string {
  return `${ownAddress()}/invoice/${linkToken(organizationId, invoiceId, edition)}`;
}

/** The same while it works; null for a draft, which has none yet, and once it is revoked. */
export function workingLink(
  { organizationId }: { organizationId: string },
  { id, linkEdition }: { id: string; linkEdition: number | null },
): string | null {
  return linkEdition && linkEdition > 0 ? linkUrl(organizationId, id, linkEdition) : null;
}

function ownAddress(): string {
  return process.env.APP_URL ?? "http://localhost:3000";
}

function decoded(token: string, length: number): Buffer | null {
  if (!/^[\w-]{10,100}$/.test(token)) return null;
  const raw = Buffer.from(token, "base64url");
  // One text only for one token: base64 would forgive stray bits at the end.
  return raw.length === length && raw.toString("base64url") === token ? raw : null;
}

function idBytes(id: string): Buffer {
  return Buffer.from(id.replaceAll("-", ""), "hex");
}

function idFrom(raw: Buffer, at: number): string {
  const hex = raw.subarray(at, at + bytes).toString("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
