"use client";

import { useQuery } from "@tanstack/react-query";
import { CalendarCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { requestIdOf } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { recordHref } from "@/components/record-page/kinds";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { InlineAlert } from "@/components/ui/inline-alert";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useDates } from "@/components/workspace/dates";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import type { AgendaItem } from "@/server/crm/activities/contract";
import { ActivityRow } from "./activity-row";
import { daysAfter } from "./calendar-days";
import { useActivityVerbs } from "./use-activities";
import { useAgendaFilters } from "./use-agenda-filters";
import { useDue } from "./use-due";

const parts = ["overdue", "today", "tomorrow", "later", "someday"] as const;

type AgendaListProps = {
  onOpen: (activity: AgendaItem) => void;
  /** Absent for who may plan nothing. */
  onPlan?: (() => void) | undefined;
};

/** Activities by how near they are: what is late first, what is done last. */
export function AgendaList({ onOpen, onPlan }: AgendaListProps) {
  const t = useTranslations("activities");
  const trpc = useTRPC();
  const { narrowed, done, set } = useAgendaFilters();
  const partOf = usePart();
  const open = useQuery(trpc.activities.agenda.queryOptions({ ...narrowed, state: "open" }));
  const finished = useQuery(
    trpc.activities.agenda.queryOptions(
      { ...narrowed, state: "done", limit: 100 },
      { enabled: done === "show" },
    ),
  );
  if (open.isError && !open.data) {
    return <ErrorState requestId={requestIdOf(open.error)} onRetry={() => void open.refetch()} />;
  }
  if (!open.data) return <SkeletonRows rows={8} />;
  // What was ticked off just now stays out of the way until it is fetched among the done.
  const items = open.data.items.filter((one) => !one.doneAt);
  return (
    <div className="flex w-full max-w-4xl flex-col gap-4">
      {open.data.more && <InlineAlert tone="info">{t("calendar.cut")}</InlineAlert>}
      {items.length === 0 && (
        <EmptyState
          icon={<CalendarCheck />}
          title={t("list.emptyTitle")}
          text={t("list.emptyText")}
          action={onPlan && <Button onClick={onPlan}>{t("plan")}</Button>}
        />
      )}
      {parts.map((part) => (
        <Part
          key={part}
          title={t(`list.${part}`)}
          late={part === "overdue"}
          items={items.filter((one) => partOf(one) === part)}
          onOpen={onOpen}
        />
      ))}
      <Button
        variant="ghost"
        className="self-start"
        onClick={() => void set({ done: done === "show" ? null : "show" })}
      >
        {done === "show" ? t("list.hideDone") : t("list.showDone")}
      </Button>
      {done === "show" && <Part title={t("list.done")} items={finished.data?.items ?? []} onOpen={onOpen} />}
    </div>
  );
}

type PartProps = {
  title: string;
  items: readonly AgendaItem[];
  late?: boolean;
  onOpen: (activity: AgendaItem) => void;
};

function Part({ title, items, late, onOpen }: PartProps) {
  const { slug, memberId } = useWorkspace();
  const may = useMay();
  const { mark } = useActivityVerbs();
  if (items.length === 0) return null;
  return (
    <Card className="px-4 py-2">
      <section aria-label={title}>
        <h2 className={cn("flex gap-2 py-1 font-semibold", late && "text-danger-text")}>
          {title}
          <span className="tabular font-normal text-ink-muted">{items.length}</span>
        </h2>
        <ul>
          {items.map((one) => (
            <ActivityRow
              key={one.id}
              activity={one}
              about={{ title: one.record.title, href: recordHref(slug, one.record) ?? "#" }}
              mayMark={one.ownerId === memberId || may(`${one.record.entity}.edit`)}
              onMark={(next) => void mark(one, next)}
              onOpen={() => onOpen(one)}
            />
          ))}
        </ul>
      </section>
    </Card>
  );
}

function usePart() {
  const { today, toDay } = useDates();
  const { isLate } = useDue();
  const tomorrow = daysAfter(today, 1);
  return (one: AgendaItem): (typeof parts)[number] => {
    const day = toDay(one.dueAt);
    if (day === null) return "someday";
    if (isLate(one)) return "overdue";
    if (day === today) return "today";
    return day === tomorrow ? "tomorrow" : "later";
  };
}
