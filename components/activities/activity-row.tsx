"use client";

import { useTranslations } from "next-intl";
import { useDirectory } from "@/components/deals/use-directory";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import type { Activity } from "@/server/crm/activities/contract";
import { ActivityIcon } from "./activity-icon";
import { useDue } from "./use-due";

type ActivityRowProps = {
  activity: Activity;
  mayMark: boolean;
  onMark: (done: boolean) => void;
  onOpen: () => void;
  /** What it is about, where that is not plain. */
  about?: { title: string; href: string };
};

/** One activity, ticked off when it is done, opened by a press on its title. */
export function ActivityRow({ activity, mayMark, onMark, onOpen, about }: ActivityRowProps) {
  const t = useTranslations("activities");
  const { isLate, said } = useDue();
  const { member } = useDirectory();
  const done = activity.doneAt !== null;
  const late = isLate(activity);
  const due = said(activity);
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
        <button
          type="button"
          onClick={onOpen}
          className={cn(
            "rounded-sm text-left font-medium break-words hover:underline",
            done && "text-ink-muted line-through",
          )}
        >
          {activity.title}
        </button>
        {activity.description && (
          <p className="line-clamp-3 text-sm whitespace-pre-line text-ink-muted">{activity.description}</p>
        )}
        {activity.result && (
          <p className="mt-1 rounded-md bg-ok-soft px-2 py-1 text-sm whitespace-pre-line">
            {activity.result}
          </p>
        )}
        <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-muted">
          <span className="inline-flex items-center gap-1">
            <ActivityIcon kind={activity.kind} className="size-3.5" />
            {t(`kinds.${activity.kind}`)}
          </span>
          {due && (
            <span className={cn(late && "font-medium text-danger-text")}>
              {late ? t("overdue", { day: due }) : t("due", { day: due })}
            </span>
          )}
          {owner && <span>{owner}</span>}
          {about && (
            <Link href={about.href} className="truncate text-accent-text hover:underline">
              {about.title}
            </Link>
          )}
        </p>
      </div>
    </li>
  );
}
