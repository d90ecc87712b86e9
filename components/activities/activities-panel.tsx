"use client";

import { CalendarCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { requestIdOf } from "@/components/api/refusal";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import type { Activity } from "@/server/crm/activities/contract";
import type { RecordData } from "@/server/crm/records/contract";
import { ActivityDialog } from "./activity-dialog";
import { ActivityForm } from "./activity-form";
import { ActivityRow } from "./activity-row";
import { soonestFirst } from "./order";
import { useActivities, useActivityVerbs } from "./use-activities";

/** What is planned about a record, the soonest first, and what has been done. */
export function ActivitiesPanel({ record }: { record: Pick<RecordData, "id" | "entity" | "ownerId"> }) {
  const t = useTranslations("activities");
  const may = useMay();
  const { memberId } = useWorkspace();
  const query = useActivities(record.id);
  const { mark } = useActivityVerbs();
  const [opened, setOpened] = useState<Activity | null>(null);
  const mayEdit = may(`${record.entity}.edit`, record);
  const mayMark = (one: Activity) => one.ownerId === memberId || mayEdit;
  const list = query.data ?? [];
  const open = list.filter((one) => !one.doneAt).toSorted(soonestFirst);
  const done = list.filter((one) => one.doneAt);
  const rows = (activities: readonly Activity[]) => (
    <ul className="flex flex-col">
      {activities.map((one) => (
        <ActivityRow
          key={one.id}
          activity={one}
          mayMark={mayMark(one)}
          onMark={(next) => void mark(one, next)}
          onOpen={() => setOpened(one)}
        />
      ))}
    </ul>
  );
  return (
    <div className="flex flex-col gap-4">
      {mayEdit && <ActivityForm record={record} />}
      {query.isPending && <SkeletonRows rows={3} />}
      {query.isError && !query.data && (
        <ErrorState requestId={requestIdOf(query.error)} onRetry={() => void query.refetch()} />
      )}
      {query.data?.length === 0 && (
        <EmptyState icon={<CalendarCheck />} title={t("empty")} text={t("emptyText")} className="py-6" />
      )}
      {rows(open)}
      {done.length > 0 && (
        <section>
          <h3 className="mb-1 text-sm font-semibold text-ink-muted">{t("doneTitle")}</h3>
          {rows(done)}
        </section>
      )}
      {opened && (
        <ActivityDialog activity={opened} editable={mayMark(opened)} onClose={() => setOpened(null)} />
      )}
    </div>
  );
}
