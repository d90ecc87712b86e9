"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { requestIdOf, useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { useMay } from "@/components/workspace/workspace";

/** Removes what was made up for a new workspace, after asking. */
export function SampleData() {
  const t = useTranslations("settings.sample");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const { say } = useRefusals();
  const mayEdit = useMay()("organization.edit");
  const [asking, setAsking] = useState(false);
  const has = useQuery(trpc.onboarding.hasSample.queryOptions());
  const remove = useMutation(
    trpc.onboarding.removeSample.mutationOptions({
      onSuccess: async ({ deals }) => {
        setAsking(false);
        toast.success(t("removed", { count: deals }));
        // Deals, contacts, counts: almost everything on screen has changed.
        await cache.invalidateQueries();
      },
      onError: (error) => toast.error(say(error)),
    }),
  );
  if (!mayEdit) return null;
  return (
    <Card>
      <CardHeader
        title={t("title")}
        text={has.data === false ? t("none") : t("text")}
        className={has.data ? undefined : "mb-0"}
      />
      {has.isPending && <Skeleton className="mt-3 h-8 w-44" />}
      {has.isError && <ErrorState requestId={requestIdOf(has.error)} onRetry={() => has.refetch()} />}
      {has.data && (
        <Button pending={remove.isPending} onClick={() => setAsking(true)}>
          {t("remove")}
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("confirmTitle")}
        text={t("confirmText")}
        confirmLabel={t("remove")}
        danger
        pending={remove.isPending}
        onConfirm={() => remove.mutate()}
      />
    </Card>
  );
}
