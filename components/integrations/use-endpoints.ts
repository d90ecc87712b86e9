import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { toast } from "@/components/ui/toast";

/** What is done with an address and its log; whoever shows them hears of it. */
export function useEndpoints() {
  const t = useTranslations("integrations.webhooks");
  const { say } = useRefusals();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const about = {
    onError: (error: unknown) => void toast.error(say(error)),
    onSettled: () => cache.invalidateQueries(trpc.webhooks.pathFilter()),
  };
  return {
    update: useMutation(trpc.webhooks.update.mutationOptions(about)),
    remove: useMutation(
      trpc.webhooks.remove.mutationOptions({ ...about, onSuccess: () => void toast.success(t("removed")) }),
    ),
    ping: useMutation(
      trpc.webhooks.ping.mutationOptions({ ...about, onSuccess: () => void toast.success(t("pinged")) }),
    ),
    replay: useMutation(
      trpc.webhooks.replay.mutationOptions({ ...about, onSuccess: () => void toast.success(t("replayed")) }),
    ),
    replaySince: useMutation(
      trpc.webhooks.replaySince.mutationOptions({
        ...about,
        onSuccess: ({ count }) => void toast.success(t("replayedCount", { count })),
      }),
    ),
  };
}
