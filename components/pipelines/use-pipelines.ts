import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/components/api/trpc";
import { useMay } from "@/components/workspace/workspace";
import type { Pipeline } from "@/server/pipelines/contract";

/** The workspace's pipelines, and whether this person may change them. */
export function usePipelines() {
  const trpc = useTRPC();
  const pipelines = useQuery(trpc.pipelines.list.queryOptions());
  return {
    pipelines: pipelines.data,
    error: pipelines.error,
    retry: pipelines.refetch,
    mayEdit: useMay()("pipeline.edit"),
  };
}

/**
 * Options for a mutation that shows its result at once: `patch` says what it does to the list. A refusal puts
 * the list back; the last of several calls in flight fetches the truth.
 */
export function useOptimisticPipelines() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const queryKey = trpc.pipelines.list.queryKey();
  const mutationKey = trpc.pipelines.pathKey();
  return function optimistic<Input>(patch: (list: Pipeline[], input: Input) => Pipeline[]) {
    return {
      onMutate: async (input: Input) => {
        await client.cancelQueries({ queryKey });
        const before = client.getQueryData(queryKey);
        client.setQueryData(queryKey, (now) => now && patch(now, input));
        return { before };
      },
      onError: (_error: unknown, _input: Input, shown: { before: Pipeline[] | undefined } | undefined) => {
        client.setQueryData(queryKey, shown?.before);
      },
      onSettled: async () => {
        if (client.isMutating({ mutationKey }) === 1) await client.invalidateQueries({ queryKey });
      },
    };
  };
}
