"use client";

import { CalendarCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { requestIdOf } from "@/components/api/refusal";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import type { Activity } from "@/server/crm/activities/contract";
import { ActivityForm } from "./activity-form";
import { ActivityRow } from "./activity-row";
import { useActivities } from "./use-activities";

type ActivitiesPanelProps = {
  entity: "deal" | "lead";
  record: { id: string; ownerId: string | null };
};

/** What is planned about a record, the soonest first, and what has been done. */
export function ActivitiesPanel({ entity, record }: ActivitiesPanelProps) {
  const t = useTranslations("deal.activities");
  const may = useMay();
  const { memberId } = useWorkspace();
  const { query, mark, create } = useActivities(record.id);
  const mayMark = (one: Activity) => one.ownerId === memberId || may(`${entity}.edit`, record);
  const list = query.data ?? [];
  const open = list.filter((one) => !one.doneAt).toSorted(soonestFirst);
  const done = list.filter((one) => one.doneAt);
  return (
    <div className="flex flex-col gap-4">
      {may(`${entity}.edit`, record) && <ActivityForm dealId={record.id} create={create} />}
      {query.isPending && <SkeletonRows rows={3} />}
      {query.isError && !query.data && (
        <ErrorState requestId={requestIdOf(query.error)} onRetry={() => void query.refetch()} />
      )}
      {query.data?.length === 0 && (
        <EmptyState icon={<CalendarCheck />} title={t("empty")} text={t("emptyText")} className="py-6" />
      )}
      <ul className="flex flex-col">
        {open.map((one) => (
          <ActivityRow
            key={one.id}
            activity={one}
            mayMark={mayMark(one)}
            onMark={(next) => void mark(one, next)}
          />
        ))}
      </ul>
      {done.length > 0 && (
        <section>
          <h3 className="mb-1 text-sm font-semibold text-ink-muted">{t("doneTitle")}</h3>
          <ul className="flex flex-col">
            {done.map((one) => (
              <ActivityRow
                key={one.id}
                activity={one}
                mayMark={mayMark(one)}
                onMark={(next) => void mark(one, next)}
              />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function soonestFirst(a: Activity, b: Activity): number {
  return (
    (a.dueAt?.getTime() ?? Number.POSITIVE_INFINITY) - (b.dueAt?.getTime() ?? Number.POSITIVE_INFINITY) || 0
  );
}
