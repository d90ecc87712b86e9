"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { ActivitiesPanel } from "@/components/activities/activities-panel";
import { useOpenActivities } from "@/components/activities/use-activities";
import { Timeline } from "@/components/timeline/timeline";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { useIsPhone } from "@/components/ui/use-media-query";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import type { Names, RecordData } from "@/server/crm/records/contract";
import { Composer } from "./composer";
import { HistoryTab } from "./history-tab";
import { recordKinds } from "./kinds";
import { LinksSection } from "./links-section";
import { NextActivity } from "./next-activity";
import { PointsSection } from "./points-editor";
import { RecordFields } from "./record-fields";
import { RelatedSection } from "./related-section";

const RecordProcesses = dynamic(() =>
  import("@/components/robots/record-processes").then((file) => file.RecordProcesses),
);

type RecordBodyProps = { record: RecordData; names: Names };

/**
 * Everything about a record: what it is on the left, what happens to it on the right. Where there is no room for two
 * columns the left one is above, and on a phone a tab of its own.
 */
export function RecordBody(props: RecordBodyProps) {
  const phone = useIsPhone();
  if (phone) return <RecordTabs {...props} about={<About {...props} />} />;
  return (
    <div className="@container">
      <div className="flex flex-col gap-6 @3xl:grid @3xl:grid-cols-[22rem_minmax(0,1fr)] @3xl:items-start">
        <div className="flex flex-col gap-3">
          <About {...props} />
        </div>
        <RecordTabs {...props} />
      </div>
    </div>
  );
}

function About({ record, names }: RecordBodyProps) {
  const { reachable, related } = recordKinds[record.entity];
  return (
    <>
      {reachable && <PointsSection record={record} />}
      <RecordFields record={record} names={names} />
      {!record.deletedAt &&
        related.map((one) => (
          <RelatedSection key={`${one.entity}.${one.by}`} record={record} related={one} />
        ))}
      {!record.deletedAt && <LinksSection record={record} />}
    </>
  );
}

// Files get a tab here, between the history and the robots.
function RecordTabs({ record, about }: RecordBodyProps & { about?: ReactNode }) {
  const t = useTranslations("record.tabs");
  const { currency: usual } = useWorkspace();
  const may = useMay();
  const open = useOpenActivities(record.id);
  const [tab, setTab] = useState(about ? "about" : "timeline");
  const { currency } = record.values;
  const counted = typeof currency === "string" ? currency : usual;
  const hasRobots = record.entity === "deal" && may("automation.view");
  if (record.deletedAt) return about ? <div className="flex flex-col gap-3">{about}</div> : null;
  return (
    <Tabs value={tab} onValueChange={setTab} className="min-w-0">
      <TabsList>
        {about && <TabsTrigger value="about">{t("about")}</TabsTrigger>}
        <TabsTrigger value="timeline">{t("timeline")}</TabsTrigger>
        <TabsTrigger value="activities">
          {t("activities")}
          {open > 0 && <span className="tabular text-sm text-ink-muted">{open}</span>}
        </TabsTrigger>
        <TabsTrigger value="history">{t("history")}</TabsTrigger>
        {hasRobots && <TabsTrigger value="robots">{t("robots")}</TabsTrigger>}
      </TabsList>
      {about && (
        <TabsContent value="about" className="flex flex-col gap-3">
          {about}
        </TabsContent>
      )}
      <TabsContent value="timeline">
        <Timeline record={record} currency={counted}>
          <Composer record={record} />
          <NextActivity record={record} />
        </Timeline>
      </TabsContent>
      <TabsContent value="activities">
        <ActivitiesPanel record={record} />
      </TabsContent>
      <TabsContent value="history">
        <HistoryTab record={record} currency={counted} />
      </TabsContent>
      {hasRobots && (
        <TabsContent value="robots">
          <RecordProcesses dealId={record.id} />
        </TabsContent>
      )}
    </Tabs>
  );
}
