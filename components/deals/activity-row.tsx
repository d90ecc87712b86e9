"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { useDates } from "@/components/workspace/dates";
import type { Activity } from "@/server/crm/activities/contract";
import { ActivityIcon } from "./activity-icon";
import { useDirectory } from "./use-directory";

type ActivityRowProps = { activity: Activity; mayMark: boolean; onMark: (done: boolean) => void };

/** One activity, ticked off when it is done. */
export function ActivityRow({ activity, mayMark, onMark }: ActivityRowProps) {
  const t = useTranslations("deal.activities");
  const { day, past } = useDates();
  const { member } = useDirectory();
  const done = activity.doneAt !== null;
  const late = !done && activity.dueAt !== null && past(activity.dueAt);
  const owner = member(activity.ownerId);
  return (
    <li className="flex items-start gap-2.5 border-b py-2 last:border-b-0">
      <Checkbox
        className="mt-0.5"
        checked={done}
        disabled={!mayMark}
        onCheckedChange={(checked) => onMark(checked === true)}
        aria-label={done ? t("reopen", { title: activity.title }) : t("complete", { title: activity.title })}
      />
      <div className="min-w-0 flex-1">
        <p className={cn("font-medium break-words", done && "text-ink-muted line-through")}>
          {activity.title}
        </p>
        {activity.description && (
          <p className="text-sm whitespace-pre-line text-ink-muted">{activity.description}</p>
        )}
        <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-muted">
          <span className="inline-flex items-center gap-1">
            <ActivityIcon kind={activity.kind} className="size-3.5" />
            {t(`kinds.${activity.kind}`)}
          </span>
          {activity.dueAt && (
            <span className={cn(late && "font-medium text-danger-text")}>
              {late ? t("overdue", { day: day(activity.dueAt) }) : t("due", { day: day(activity.dueAt) })}
            </span>
          )}
          {owner && <span>{owner}</span>}
        </p>
      </div>
    </li>
  );
}
