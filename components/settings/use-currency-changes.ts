import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { toast } from "@/components/ui/toast";

/** What can be changed about currencies; a refusal is said. */
export function useCurrencyChanges() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { say } = useRefusals();
  const onSuccess = () => void client.invalidateQueries(trpc.currencies.pathFilter());
  const onError = (error: unknown) => void toast.error(say(error));
  return {
    enable: useMutation(trpc.currencies.enable.mutationOptions({ onSuccess, onError })),
    disable: useMutation(trpc.currencies.disable.mutationOptions({ onSuccess, onError })),
    chooseSource: useMutation(trpc.currencies.chooseSource.mutationOptions({ onSuccess, onError })),
    setRate: useMutation(trpc.currencies.setRate.mutationOptions({ onSuccess, onError })),
    removeRate: useMutation(trpc.currencies.removeRate.mutationOptions({ onSuccess, onError })),
  };
}
