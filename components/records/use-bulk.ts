import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { useRefusals } from "@/components/api/refusal";
import { type ApiInput, type ApiOutput, useTRPC } from "@/components/api/trpc";
import { toast } from "@/components/ui/toast";
import { useShownRefusals } from "./refused-dialog";

export type BulkJob = ApiOutput["bulk"]["get"];

/** Starts changes of many records, follows the long ones, and takes them back. */
export function useBulk() {
  const t = useTranslations("records.bulk");
  const trpc = useTRPC();
  const client = useQueryClient();
  const { say } = useRefusals();
  const [, showRefused] = useShownRefusals();
  const refresh = () => {
    void client.invalidateQueries(trpc.records.pathFilter());
    void client.invalidateQueries(trpc.deals.pathFilter());
    void client.invalidateQueries(trpc.leads.pathFilter());
  };
  const watch = () => client.invalidateQueries(trpc.bulk.unfinished.queryFilter());
  const startOne = useMutation(trpc.bulk.start.mutationOptions());
  const undoOne = useMutation(trpc.bulk.undo.mutationOptions());

  /** Says how a job ended, with a way back where there is one. */
  function tell(job: BulkJob) {
    refresh();
    if (job.state === "undone") {
      const kept = job.kept > 0 ? t("kept", { count: job.kept }) : undefined;
      // An id of its own: Undo has just closed the toast of the change, which goes on leaving for a moment
      // and would take a new one of the same id with it.
      toast.success(t("undone", { count: job.undone }), {
        id: `bulk-undone-${job.id}`,
        ...(kept && { text: kept }),
      });
    } else if (job.state === "done" || job.state === "cancelled") {
      const refused = job.refused > 0 ? t("refused", { count: job.refused }) : undefined;
      const [title, text] =
        job.done === 0 && refused ? [refused] : [t(doneKey(job), { count: job.done }), refused];
      toast[job.done === 0 && refused ? "error" : "success"](title, {
        id: `bulk-${job.id}`,
        duration: 15_000,
        ...(text && { text }),
        ...(refused && { action: { label: t("why"), run: () => void showRefused(job.id) } }),
        ...(job.done > 0 && { undo: () => void undo(job.id) }),
      });
    } else if (job.state === "failed") toast.error(t("failed"), { id: `bulk-${job.id}` });
    else void watch();
  }

  async function undo(jobId: string): Promise<void> {
    try {
      tell(await undoOne.mutateAsync({ jobId }));
    } catch (error) {
      toast.error(say(error));
    }
  }

  /** @returns whether the job was begun */
  async function start(input: ApiInput["bulk"]["start"]): Promise<boolean> {
    try {
      tell(await startOne.mutateAsync(input));
      return true;
    } catch (error) {
      toast.error(say(error));
      return false;
    }
  }
  return { start, tell, pending: startOne.isPending };
}

function doneKey({ action }: BulkJob): "trashed" | "moved" | "changed" {
  if (action === "trash") return "trashed";
  return action === "move" ? "moved" : "changed";
}

/** The jobs that go on, looked at each second while there are any; tells of each as it ends. */
export function useRunningJobs(onEnd: (job: BulkJob) => void) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const running = useQuery(
    trpc.bulk.unfinished.queryOptions(undefined, {
      refetchInterval: (query) => ((query.state.data?.length ?? 0) > 0 ? 1_000 : false),
    }),
  );
  const ids = running.data?.map((job) => job.id).join() ?? "";
  const ended = useEffectEvent((id: string) => {
    void client.fetchQuery(trpc.bulk.get.queryOptions({ jobId: id }, { staleTime: 0 })).then(onEnd);
  });
  useEffect(() => {
    if (!ids) return;
    const known = ids.split(",");
    return () => {
      const now = client.getQueryData(trpc.bulk.unfinished.queryKey());
      if (!now) return;
      for (const id of known) if (!now.some((job) => job.id === id)) ended(id);
    };
  }, [ids, client, trpc]);
  return running.data ?? [];
}
