"use client";

import { InList } from "@/components/lists/in-list";
import { useIsPhone } from "@/components/ui/use-media-query";
import { useWorkspace } from "@/components/workspace/workspace";
import type { Names, RecordData } from "@/server/crm/records/contract";
import { extraSections } from "./extra-sections";
import { FieldGroups } from "./field-groups";
import { type FieldGroup, recordKinds } from "./kinds";
import { LinksSection } from "./links-section";
import { PointsSection } from "./points-editor";
import { RecordFields } from "./record-fields";
import { RecordTabs } from "./record-tabs";
import { RelatedSections } from "./related-section";

type RecordBodyProps = { record: RecordData; names: Names };

/**
 * Everything about a record: what it is on the left, what happens to it on the right. Where there is no room for two
 * columns the left one is above, and on a phone a tab of its own.
 */
export function RecordBody(props: RecordBodyProps) {
  const { listId } = props.record.values;
  return (
    <InList listId={typeof listId === "string" ? listId : null}>
      <Columns {...props} />
    </InList>
  );
}

function Columns(props: RecordBodyProps) {
  const phone = useIsPhone();
  const { currency: usual } = useWorkspace();
  const { record } = props;
  const { currency, pipelineId } = record.values;
  const tabs = {
    record,
    currency: typeof currency === "string" ? currency : usual,
    pipelineId: typeof pipelineId === "string" ? pipelineId : null,
  };
  if (phone && !record.deletedAt) return <RecordTabs {...tabs} about={<About {...props} />} />;
  return (
    <div className="@container">
      <div className="flex flex-col gap-6 @3xl:grid @3xl:grid-cols-[22rem_minmax(0,1fr)] @3xl:items-start">
        <div className="flex flex-col gap-3">
          <About {...props} />
        </div>
        {!record.deletedAt && <RecordTabs {...tabs} />}
      </div>
    </div>
  );
}

function About({ record, names }: RecordBodyProps) {
  const { reachable, groups = [] } = recordKinds[record.entity];
  const extras = record.deletedAt ? [] : (extraSections[record.entity] ?? []);
  const parts = (at: "above" | "below") =>
    extras.filter(({ place }) => place === at).map(({ key, Part }) => <Part key={key} record={record} />);
  const grouped = (as: FieldGroup["as"]) => (
    <FieldGroups record={record} names={names} groups={groups.filter((group) => group.as === as)} />
  );
  return (
    <>
      {parts("above")}
      {grouped("became")}
      {reachable && <PointsSection record={record} />}
      {grouped("text")}
      <RecordFields record={record} names={names} />
      {grouped("filled")}
      {parts("below")}
      {!record.deletedAt && <RelatedSections record={record} />}
      {!record.deletedAt && <LinksSection record={record} />}
    </>
  );
}
