import type { HistoryEntry } from "@/server/platform";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The records and members that an entry's changes speak of, by id; ids of other things are among them. */
export function idsIn({ data }: HistoryEntry): string[] {
  const { changes } = data;
  if (typeof changes !== "object" || changes === null) return [];
  const values = Object.values(changes).flatMap((change: unknown) =>
    typeof change === "object" && change !== null ? Object.values(change).flat() : [],
  );
  return values.filter((id): id is string => typeof id === "string" && uuid.test(id));
}
