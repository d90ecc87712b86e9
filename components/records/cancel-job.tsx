"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { BulkJob } from "./use-bulk";

/** Stops a job after the records it is at. */
export function CancelJob({ jobId, onEnd }: { jobId: string; onEnd: (job: BulkJob) => void }) {
  const t = useTranslations("records.bulk");
  const trpc = useTRPC();
  const client = useQueryClient();
  const { say } = useRefusals();
  const cancel = useMutation(
    trpc.bulk.cancel.mutationOptions({
      onSuccess: (job) => {
        void client.invalidateQueries(trpc.bulk.unfinished.queryFilter());
        onEnd(job);
      },
      onError: (error) => toast.error(say(error)),
    }),
  );
  return (
    <Button size="sm" variant="ghost" pending={cancel.isPending} onClick={() => cancel.mutate({ jobId })}>
      {t("cancel")}
    </Button>
  );
}
