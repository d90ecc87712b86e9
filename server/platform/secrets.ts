import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

// Everything secret hangs on one secret of the installation; each use derives a key of its own from it.
function derived(purpose: string): Buffer {
  const root = process.env.PULT_SECRET ?? process.env.BETTER_AUTH_SECRET;
  if (!root) throw new Error("Neither PULT_SECRET nor BETTER_AUTH_SECRET is set");
  return Buffer.from(hkdfSync("sha256", root, "pult", purpose, 32));
}

/**
 * Encrypts a secret for one organization (AES-256-GCM). The organization is authenticated with it: copied into
 * another's row it cannot be read.
 */
export function seal(organizationId: string, secret: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", derived("secrets at rest"), nonce);
  cipher.setAAD(Buffer.from(organizationId));
  const text = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), text]).toString("base64url")}`;
}

/** What `seal` encrypted. @throws when it was made for another organization, by another secret, or was changed */
export function unseal(organizationId: string, sealed: string): string {
  const bytes = Buffer.from(sealed.replace(/^v1\./, ""), "base64url");
  const decipher = createDecipheriv("aes-256-gcm", derived("secrets at rest"), bytes.subarray(0, 12));
  decipher.setAAD(Buffer.from(organizationId));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}

/** A keyed digest: nobody without the installation's secret can make or guess it. `purpose` parts one use from another. */
export function keyedDigest(purpose: string, text: string): string {
  return createHmac("sha256", derived(purpose)).update(text).digest("base64url");
}
