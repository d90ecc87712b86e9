"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { requestIdOf } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useMay } from "@/components/workspace/workspace";
import { LossReasonForm, LossReasonRow } from "./loss-reason-row";

/** Why deals are lost: the list people choose from. */
export function LossReasons() {
  const t = useTranslations("settings.lossReasons");
  const editable = useMay()("pipeline.edit");
  const reasons = useQuery(useTRPC().pipelines.lossReasons.queryOptions());
  return (
    <Card>
      <CardHeader title={t("title")} text={t("text")} />
      {reasons.isPending && <SkeletonRows rows={6} />}
      {reasons.isError && (
        <ErrorState requestId={requestIdOf(reasons.error)} onRetry={() => reasons.refetch()} />
      )}
      {reasons.data?.length === 0 && <EmptyState title={t("empty")} text={t("emptyText")} />}
      <ul>
        {reasons.data?.map((reason) => (
          <li key={reason.id} className="border-b">
            <LossReasonRow reason={reason} editable={editable} />
          </li>
        ))}
      </ul>
      {reasons.data && editable && (
        <div className="mt-3">
          <LossReasonForm />
        </div>
      )}
    </Card>
  );
}
