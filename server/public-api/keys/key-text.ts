import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

const shape = /^pult_([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/;

/** A new key's text, which is shown once, and what is kept of it. */
export function newKeyText(): { text: string; prefix: string; secretHash: string } {
  const prefix = randomBytes(6).toString("hex");
  const secret = randomBytes(32).toString("base64url");
  return { text: `pult_${prefix}_${secret}`, prefix, secretHash: hashOf(secret) };
}

/** The parts of a key's text; null when it is not one. */
export function readKeyText(text: string): { prefix: string; secretHash: string } | null {
  const [, prefix, secret] = shape.exec(text) ?? [];
  return prefix && secret ? { prefix, secretHash: hashOf(secret) } : null;
}

export function sameHash(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

// 256 random bits need no slow hash: there is nothing to guess.
function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
