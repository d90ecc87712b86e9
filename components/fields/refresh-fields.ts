import type { QueryClient } from "@tanstack/react-query";
import type { useTRPC } from "@/components/api/trpc";

/** Fetches again what fields decide on, after one was made, changed, archived or brought back, by whomever. */
export function refreshFields(client: QueryClient, trpc: ReturnType<typeof useTRPC>): void {
  // Records come with what their fields hold.
  for (const part of [trpc.fields, trpc.records, trpc.deals, trpc.leads])
    void client.invalidateQueries(part.pathFilter());
}
