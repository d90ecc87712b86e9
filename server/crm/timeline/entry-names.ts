import type { HistoryEntry } from "@/server/platform";

const links = ["contactId", "companyId"];

/** The records that an entry speaks of, by id: what links were changed to, and what a lead became. */
export function idsIn(entry: HistoryEntry): string[] {
  const became = ["dealId", ...links].map((field) => entry.data[field]);
  return [...links.flatMap((field) => changedIds(entry, field)), ...became.filter(isText)].filter(isId);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function changedIds({ data }: HistoryEntry, field: string): string[] {
  const change = (data.changes as Record<string, unknown> | undefined)?.[field];
  if (typeof change !== "object" || change === null) return [];
  return Object.values(change).filter(isText);
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
