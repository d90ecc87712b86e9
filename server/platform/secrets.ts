import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";

/** Whose secret it is, and what for: a sealed text moved elsewhere opens nowhere. */
export type Owner = { organizationId: string; purpose: string };

const version = "v1";

/**
 * Seals a text for storage with the installation's key (AES-256-GCM). The organization and the purpose are part of
 * what is authenticated.
 */
export function seal(owner: Owner, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor("seal"), nonce).setAAD(aad(owner));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return [version, ...[nonce, cipher.getAuthTag(), body].map((part) => part.toString("base64url"))].join(".");
}

/** Opens what `seal` made. @throws when it was made with another key, or for another organization or purpose */
export function unseal(owner: Owner, sealed: string): string {
  const [made, ...parts] = sealed.split(".");
  const [nonce, tag, body] = parts.map((part) => Buffer.from(part, "base64url"));
  if (made !== version || !nonce || !tag || !body) throw new Error("This is not a sealed text");
  const decipher = createDecipheriv("aes-256-gcm", keyFor("seal"), nonce, { authTagLength: 16 });
  decipher.setAAD(aad(owner)).setAuthTag(tag);
  return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
}

const markBytes = 16;

/** A mark that only this installation can make of these parts: 128 bits, enough that nobody guesses one. */
export function markOf(purpose: string, ...parts: readonly (string | number)[]): Buffer {
  const mac = createHmac("sha256", keyFor("mark")).update(JSON.stringify([purpose, ...parts]));
  return mac.digest().subarray(0, markBytes);
}

/** The same as text: nobody without the installation's secret can make or guess it. */
export function keyedDigest(purpose: string, text: string): string {
  return markOf(purpose, text).toString("base64url");
}

/** Whether a mark is the one `markOf` makes, asked in a time that tells nothing. */
export function isMark(mark: Buffer, expected: Buffer): boolean {
  return mark.length === expected.length && timingSafeEqual(mark, expected);
}

function aad({ organizationId, purpose }: Owner): Buffer {
  return Buffer.from(JSON.stringify([organizationId, purpose]));
}

function keyFor(use: "seal" | "mark"): Buffer {
  const secret = process.env.ENCRYPTION_KEY;
  if (!secret) throw new Error("ENCRYPTION_KEY is not set: secrets can be neither sealed nor opened");
  return Buffer.from(hkdfSync("sha256", secret, "", `pult ${use}`, 32));
}
