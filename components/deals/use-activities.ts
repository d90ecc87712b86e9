"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { toast } from "@/components/ui/toast";
import type { Activity } from "@/server/crm/activities/contract";

/** A deal's activities, and marking one done or open again at once. */
export function useActivities(dealId: string) {
  const t = useTranslations("deal.activities");
  const trpc = useTRPC();
  const client = useQueryClient();
  const { say } = useRefusals();
  const filter = trpc.deals.activities.queryFilter({ dealId });
  const query = useQuery(trpc.deals.activities.queryOptions({ dealId }));
  const refresh = () => {
    void client.invalidateQueries(filter);
    void client.invalidateQueries(trpc.deals.timeline.pathFilter());
  };
  const complete = useMutation(trpc.deals.completeActivity.mutationOptions());
  const reopen = useMutation(trpc.deals.reopenActivity.mutationOptions());

  async function mark(activity: Activity, done: boolean): Promise<void> {
    const doneAt = done ? new Date() : null;
    client.setQueryData<Activity[]>(trpc.deals.activities.queryKey({ dealId }), (list) =>
      list?.map((one) => (one.id === activity.id ? { ...one, doneAt } : one)),
    );
    try {
      await (done ? complete : reopen).mutateAsync({ activityId: activity.id });
      if (done)
        toast.success(t("done", { title: activity.title }), { undo: () => void mark(activity, false) });
    } catch (error) {
      toast.error(say(error));
    }
    refresh();
  }
  const create = useMutation(trpc.deals.createActivity.mutationOptions({ onSuccess: refresh }));
  return { query, mark, create };
}

/** How many activities are still to be done. */
export function useOpenActivities(dealId: string): number {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.deals.activities.queryOptions({ dealId }));
  return data?.filter((activity) => !activity.doneAt).length ?? 0;
}
