/** "This record changed", as `/api/live` says it; `null` stands for "something was missed, fetch all again". */
export type LiveChange = { entity: string; id: string; version?: number };

/** Reads one message of the stream. What cannot be read counts as missed. */
export function readChange(data: string): LiveChange | null {
  try {
    const value: unknown = JSON.parse(data);
    if (!isChange(value)) return null;
    return value;
  } catch {
    return null;
  }
}

function isChange(value: unknown): value is LiveChange {
  if (typeof value !== "object" || value === null) return false;
  return (
    "entity" in value && typeof value.entity === "string" && "id" in value && typeof value.id === "string"
  );
}

/** How long to wait before the nth attempt to connect again: 1 s, doubling up to 30 s, spread by `chance` (0..1). */
export function reconnectDelayMs(attempt: number, chance: number): number {
  return Math.min(30_000, 1000 * 2 ** attempt) * (0.75 + chance / 2);
}
