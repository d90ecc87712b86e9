import { createHash } from "node:crypto";

/** A stable uuid for a request's n-th event, so that a request sent twice stores its events once. */
export function seededId(seed: string, index: number): string {
  const hex = createHash("sha256").update(`${seed}:${index}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Digest of text that may be too long for an index. */
export const digest = (text: string) => createHash("md5").update(text).digest("hex");
