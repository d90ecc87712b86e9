"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActivityDialog } from "@/components/activities/activity-dialog";
import { ActivityIcon } from "@/components/activities/activity-icon";
import { soonestFirst } from "@/components/activities/order";
import { useActivities, useActivityVerbs } from "@/components/activities/use-activities";
import { useDue } from "@/components/activities/use-due";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import type { Activity } from "@/server/crm/activities/contract";
import type { RecordData } from "@/server/crm/records/contract";

/** The step that comes next, ticked off where it stands; nothing when none is planned. */
export function NextActivity({ record }: { record: Pick<RecordData, "id" | "entity" | "ownerId"> }) {
  const t = useTranslations("activities");
  const { memberId } = useWorkspace();
  const may = useMay();
  const { data } = useActivities(record.id);
  const { mark } = useActivityVerbs();
  const { isLate, said } = useDue();
  const [opened, setOpened] = useState<Activity | null>(null);
  const open = (data ?? []).filter((one) => !one.doneAt).toSorted(soonestFirst);
  const [next] = open;
  if (!next) return null;
  const editable = next.ownerId === memberId || may(`${record.entity}.edit`, record);
  const due = said(next);
  const late = isLate(next);
  return (
    <div
      className={cn(
        "flex items-center gap-2.5 rounded-lg border px-3 py-2",
        late ? "border-danger/40 bg-danger-soft" : "bg-surface",
      )}
    >
      <Checkbox
        checked={false}
        disabled={!editable}
        onCheckedChange={() => void mark(next, true)}
        aria-label={t("complete", { title: next.title })}
      />
      <ActivityIcon kind={next.kind} className="size-4 shrink-0 text-ink-muted" />
      <button
        type="button"
        onClick={() => setOpened(next)}
        className="min-w-0 flex-1 truncate text-left font-medium hover:underline"
      >
        <span className="sr-only">{t("next")}: </span>
        {next.title}
      </button>
      {due && (
        <span className={cn("shrink-0 text-sm text-ink-muted", late && "font-medium text-danger-text")}>
          {due}
        </span>
      )}
      {open.length > 1 && (
        <span className="tabular shrink-0 text-sm text-ink-muted">
          {t("more", { count: open.length - 1 })}
        </span>
      )}
      {opened && <ActivityDialog activity={opened} editable={editable} onClose={() => setOpened(null)} />}
    </div>
  );
}
