import type { TargetField } from "../contract";
import type { PhoneValue } from "../values/phones";

/**
 * The keys by which two rows of a file are one record: its id in the system it came from, its phones, its emails. Keys
 * of the contact or company that a deal's row carries are not the deal's own.
 */
export class DuplicateKeys {
  private readonly first = new Map<string, number>();

  /** The line on which this key stood first, null if this is the first. */
  seen(field: TargetField, value: unknown, line: number): number | null {
    if (value === undefined || field.key.includes(".")) return null;
    if (field.type === "external_id") return this.look(`i${value as string}`, line);
    if (field.type !== "phones" && field.type !== "emails") return null;
    let found: number | null = null;
    for (const one of value as (PhoneValue | string)[]) {
      const key = typeof one === "string" ? `e${one.toLowerCase()}` : `p${one.number};${one.extension ?? ""}`;
      const at = this.look(key, line);
      if (at !== null && at !== line) found ??= at;
    }
    return found;
  }

  private look(key: string, line: number): number | null {
    const at = this.first.get(key);
    if (at !== undefined) return at;
    // The prefix makes the key a text of its own: a mere piece of a chunk would keep the whole chunk in memory.
    this.first.set(key, line);
    return null;
  }
}
