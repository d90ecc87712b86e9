import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/components/api/trpc";

/** Saving and archiving loss reasons; whoever shows them hears of it. */
export function useLossReasons() {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const onSuccess = () => cache.invalidateQueries(trpc.pipelines.lossReasons.queryFilter());
  return {
    save: useMutation(trpc.pipelines.saveLossReason.mutationOptions({ onSuccess })),
    archive: useMutation(trpc.pipelines.archiveLossReason.mutationOptions({ onSuccess })),
  };
}
