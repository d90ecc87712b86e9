import type { HistoryEntry } from "@/server/platform";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The records and members that an entry speaks of, by id: in its changes, and what a lead became. */
export function idsIn({ data }: HistoryEntry): string[] {
  const became = [data.dealId, data.contactId, data.companyId];
  return [...became, ...changed(data.changes)].filter(
    (id): id is string => typeof id === "string" && uuid.test(id),
  );
}

// Ids of other things are among them.
function changed(changes: unknown): unknown[] {
  if (typeof changes !== "object" || changes === null) return [];
  return Object.values(changes).flatMap((change: unknown) =>
    typeof change === "object" && change !== null ? Object.values(change).flat() : [],
  );
}
