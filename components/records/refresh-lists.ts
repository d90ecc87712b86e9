import type { QueryClient } from "@tanstack/react-query";
import type { useTRPC } from "@/components/api/trpc";

/** Fetches again the lists of records of every kind, their groups and the trash, after any record changed. */
export function refreshLists(client: QueryClient, trpc: ReturnType<typeof useTRPC>): void {
  for (const part of [trpc.records.list, trpc.records.groups, trpc.records.trashed])
    void client.invalidateQueries(part.pathFilter());
}
