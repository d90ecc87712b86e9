"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDirectory } from "@/components/deals/use-directory";
import { recordHref } from "@/components/record-page/kinds";
import { PageBody, PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { memberChoice } from "@/components/ui/member-choice";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import { type AgendaItem, activityKinds } from "@/server/crm/activities/contract";
import { ActivityDialog } from "./activity-dialog";
import { type ActivityDraft, blankActivity } from "./activity-draft";
import { ActivityIcon } from "./activity-icon";
import { AgendaList } from "./agenda-list";
import { Calendar } from "./calendar";
import { PlanDialog, usePlannable } from "./plan-dialog";
import { useAgendaFilters } from "./use-agenda-filters";

/** What is to be done, by whom and when: as a list, or on a calendar. */
export function ActivitiesPage() {
  const t = useTranslations("activities");
  const { view, member, kind, set } = useAgendaFilters();
  const [opened, setOpened] = useState<AgendaItem | null>(null);
  const [planned, setPlanned] = useState<ActivityDraft | null>(null);
  const { slug, memberId } = useWorkspace();
  const may = useMay();
  const ownerId = member && member !== "all" ? member : memberId;
  const plan = (start: Partial<ActivityDraft>) =>
    setPlanned({ ...blankActivity, kind: kind ?? blankActivity.kind, ownerId, ...start });
  const mayPlan = usePlannable().length > 0;
  return (
    <>
      <PageHeader
        title={t("page")}
        wide
        actions={
          mayPlan && (
            <Button variant="primary" onClick={() => plan({})}>
              <Plus />
              {t("plan")}
            </Button>
          )
        }
        aside={
          <Segmented
            label={t("view.label")}
            segments={[
              { value: "list", label: t("view.list") },
              { value: "month", label: t("view.month") },
              { value: "week", label: t("view.week") },
              { value: "day", label: t("view.day") },
            ]}
            value={view}
            onValueChange={(next) => void set({ view: next })}
          />
        }
      >
        <Filters />
      </PageHeader>
      <PageBody className="flex w-full flex-col">
        {view === "list" ? (
          <AgendaList onOpen={setOpened} onPlan={mayPlan ? () => plan({}) : undefined} />
        ) : (
          <Calendar key={view} view={view} onOpen={setOpened} onPlan={mayPlan ? plan : undefined} />
        )}
      </PageBody>
      {planned && <PlanDialog start={planned} onClose={() => setPlanned(null)} />}
      {opened && (
        <ActivityDialog
          key={opened.id}
          activity={opened}
          editable={opened.ownerId === memberId || may(`${opened.record.entity}.edit`)}
          about={{ title: opened.record.title, href: recordHref(slug, opened.record) ?? "#" }}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}

function Filters() {
  const t = useTranslations("activities");
  const { member, kind, set } = useAgendaFilters();
  const { memberId } = useWorkspace();
  const directory = useDirectory();
  return (
    <>
      <Combobox
        aria-label={t("filter.member")}
        className="w-56"
        options={[
          { value: memberId, label: t("filter.mine") },
          { value: "all", label: t("filter.everybody") },
          ...directory.members.filter((one) => one.id !== memberId).map(memberChoice),
        ]}
        value={member ?? memberId}
        onValueChange={(next) => void set({ member: next === memberId ? null : next })}
      />
      <Select
        aria-label={t("filter.kind")}
        className="w-40"
        options={[
          { value: "any", label: t("filter.anyKind") },
          ...activityKinds.map((one) => ({
            value: one,
            label: t(`kinds.${one}`),
            icon: <ActivityIcon kind={one} className="size-4" />,
          })),
        ]}
        value={kind ?? "any"}
        onValueChange={(next) => void set({ kind: next === "any" ? null : next })}
      />
    </>
  );
}
