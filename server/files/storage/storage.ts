import type { Readable } from "node:stream";

/** What is known of bytes before they are stored. */
export type Facts = { size: number; sha256: string };

export type StoredObject = { key: string; modifiedAt: Date };

/** Where the bytes of files lie. A key is written once and never again. */
export type FileStorage = {
  /** Keeps the file at `path` under the key, whole or not at all; the file at `path` may be gone afterwards. */
  put(key: string, path: string, facts: Facts): Promise<void>;
  /** @throws FILE_STORE_FAILED, also when there is nothing under the key */
  get(key: string): Promise<Readable>;
  /** Nothing under the key is fine. */
  remove(key: string): Promise<void>;
  /** Every object there is, in no order. */
  list(): AsyncIterable<StoredObject>;
};

/** Under which key a version's bytes lie: made of our ids alone, nothing a sender chose. */
export function storageKey(organizationId: string, versionId: string): string {
  return `${organizationId}/${versionId}`;
}

/** Whose bytes lie under a key. */
export function organizationOf(key: string): string {
  return key.split("/")[0] ?? "";
}

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const ours = new RegExp(`^${uuid}/${uuid}$`);

/** Whether a key is one of ours: whatever else lies there is left alone. */
export function isStorageKey(key: string): boolean {
  return ours.test(key);
}
