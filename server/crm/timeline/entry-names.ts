import type { HistoryEntry } from "@/server/platform";

const links = ["contactId", "companyId"];

/** The contacts and companies that an entry's changes speak of, by id. */
export function idsIn(entry: HistoryEntry): string[] {
  return links.flatMap((field) => changedIds(entry, field));
}

function changedIds({ data }: HistoryEntry, field: string): string[] {
  const change = (data.changes as Record<string, unknown> | undefined)?.[field];
  if (typeof change !== "object" || change === null) return [];
  return Object.values(change).filter((id): id is string => typeof id === "string" && isId(id));
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
