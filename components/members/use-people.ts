import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/components/api/trpc";
import { useMay } from "@/components/workspace/workspace";

/** Members, teams and open invitations, and a way to ask for them anew. */
export function usePeople() {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const may = useMay();
  return {
    members: useQuery(trpc.identity.members.queryOptions()),
    teams: useQuery(trpc.identity.teams.queryOptions()),
    invitations: useQuery(
      trpc.identity.invitations.queryOptions(undefined, { enabled: may("member.invite") }),
    ),
    reload: () => cache.invalidateQueries(trpc.identity.pathFilter()),
  };
}
