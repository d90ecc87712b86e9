"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { TimelineEntry } from "@/server/crm/timeline/contract";
import { textOf } from "./entry-data";

/** Takes one's own comment back, after a question. */
export function RemoveComment({ entry }: { entry: TimelineEntry }) {
  const commentId = textOf(entry.data.commentId);
  const t = useTranslations("deal.comment");
  const trpc = useTRPC();
  const client = useQueryClient();
  const { say } = useRefusals();
  const [asking, setAsking] = useState(false);
  const remove = useMutation(
    trpc.records.removeComment.mutationOptions({
      onSuccess: () => client.invalidateQueries(trpc.records.timeline.pathFilter()),
      onError: (error) => toast.error(say(error)),
      onSettled: () => setAsking(false),
    }),
  );
  return (
    <>
      <button type="button" onClick={() => setAsking(true)} className="underline-offset-2 hover:underline">
        {t("remove")}
      </button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        danger
        title={t("removeTitle")}
        text={t("removeText")}
        confirmLabel={t("remove")}
        pending={remove.isPending}
        onConfirm={() => remove.mutate({ commentId })}
      />
    </>
  );
}
