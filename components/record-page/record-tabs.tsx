"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { ActivitiesPanel } from "@/components/activities/activities-panel";
import { useOpenActivities } from "@/components/activities/use-activities";
import { FilesOfLeads } from "@/components/files/files-of-leads";
import { FilesPanel } from "@/components/files/files-panel";
import type { RecordProcessesProps } from "@/components/robots/record-processes";
import { Timeline } from "@/components/timeline/timeline";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { useMay } from "@/components/workspace/workspace";
import type { RecordData } from "@/server/crm/records/contract";
import { type Entity, isStaged } from "@/server/platform/permissions";
import { Composer } from "./composer";
import { extraTabs } from "./extra-tabs";
import { HistoryTab } from "./history-tab";
import { NextActivity } from "./next-activity";

const RecordProcesses = dynamic(() =>
  import("@/components/robots/record-processes").then((file) => file.RecordProcesses),
);

type RecordTabsProps = {
  record: Pick<RecordData, "id" | "entity" | "ownerId">;
  /** What amounts of the record are counted in. */
  currency: string;
  /** Where its stages are; null for what stands on none. */
  pipelineId: string | null;
  /** What the record is, in a tab of its own where there is no room beside. */
  about?: ReactNode;
};

/** What happens to a record: its timeline, activities, files, the history of its fields, and what robots do. */
export function RecordTabs({ record, currency, pipelineId, about }: RecordTabsProps) {
  const t = useTranslations("record.tabs");
  const may = useMay();
  const open = useOpenActivities(record.id);
  const extras = (extraTabs[record.entity] ?? []).filter(({ needs }) => !needs || may(needs));
  const opening = extras.filter(({ first }) => first);
  const [tab, setTab] = useState<string>(about ? "about" : (opening[0]?.key ?? "timeline"));
  const robots = may("automation.view") ? robotsOf(record.entity, pipelineId) : null;
  return (
    <Tabs value={tab} onValueChange={setTab} className="min-w-0">
      <TabsList>
        {about && <TabsTrigger value="about">{t("about")}</TabsTrigger>}
        {opening.map(({ key }) => (
          <TabsTrigger key={key} value={key}>
            {t(key)}
          </TabsTrigger>
        ))}
        <TabsTrigger value="timeline">{t("timeline")}</TabsTrigger>
        <TabsTrigger value="activities">
          {t("activities")}
          {open > 0 && <span className="tabular text-sm text-ink-muted">{open}</span>}
        </TabsTrigger>
        {extras
          .filter(({ first }) => !first)
          .map(({ key }) => (
            <TabsTrigger key={key} value={key}>
              {t(key)}
            </TabsTrigger>
          ))}
        <TabsTrigger value="files">{t("files")}</TabsTrigger>
        <TabsTrigger value="history">{t("history")}</TabsTrigger>
        {robots && <TabsTrigger value="robots">{t("robots")}</TabsTrigger>}
      </TabsList>
      {about && (
        <TabsContent value="about" className="flex flex-col gap-3">
          {about}
        </TabsContent>
      )}
      <TabsContent value="timeline">
        <Timeline record={record} currency={currency}>
          <Composer record={record} />
          <NextActivity record={record} />
        </Timeline>
      </TabsContent>
      <TabsContent value="activities">
        <ActivitiesPanel record={record} />
      </TabsContent>
      {extras.map(({ key, Panel }) => (
        <TabsContent key={key} value={key}>
          <Panel recordId={record.id} />
        </TabsContent>
      ))}
      <TabsContent value="files">
        <FilesPanel recordId={record.id} mayEdit={may(`${record.entity}.edit`, record)} />
        {record.entity === "deal" && <FilesOfLeads dealId={record.id} />}
      </TabsContent>
      <TabsContent value="history">
        <HistoryTab record={record} currency={currency} />
      </TabsContent>
      {robots && (
        <TabsContent value="robots">
          <RecordProcesses {...robots} record={record} />
        </TabsContent>
      )}
    </Tabs>
  );
}

function robotsOf(
  entity: Entity,
  pipelineId: string | null,
): Pick<RecordProcessesProps, "entity" | "of"> | null {
  if (entity === "invoice") return { entity, of: { entity } };
  return isStaged(entity) && pipelineId ? { entity, of: { pipelineId } } : null;
}
