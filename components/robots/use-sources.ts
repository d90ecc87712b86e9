import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useTRPC } from "@/components/api/trpc";
import { type FilterField, useFilterFields } from "@/components/filter-builder/use-filter-fields";
import type { FormSources, Option } from "@/components/schema-form/widget";
import { useWorkspace } from "@/components/workspace/workspace";
import type { ActionInfo, FieldInfo, RobotsOf } from "@/server/automation/contract";
import type { Pipeline } from "@/server/pipelines/contract";
import type { AutomatedEntity } from "@/server/platform/permissions";
import { useStatusPlaces } from "./status-places";

/** Everything robots are made of: actions, fields, people, stages, lists. */
export type RobotSources = FormSources & {
  actions: readonly ActionInfo[];
  fields: readonly Option[];
  /** Whose robots they are. */
  entity: AutomatedEntity;
  fieldTypes: ReadonlyMap<string, string>;
  /** The choices of fields that are lists. */
  fieldChoices: ReadonlyMap<string, readonly Option[]>;
  /** What conditions may ask. */
  filterFields: readonly FilterField[];
  dateFields: readonly { key: string; label: string }[];
  stageOutcomes: ReadonlyMap<string, string>;
  /** Where its records stand: stages, or statuses. */
  places: ReadonlyMap<string, { name: string; colour: string }>;
  dealSources: readonly Option[];
  lossReasons: readonly Option[];
  currency: string;
};

/** Reads the sources; undefined until all of them are there. */
export function useSources(of: RobotsOf) {
  const trpc = useTRPC();
  const group = useTranslations("robots.group");
  const locale = useLocale();
  const { currency } = useWorkspace();
  const seldom = { staleTime: 300_000 };
  const pipelines = useQuery(trpc.pipelines.list.queryOptions());
  const statuses = useStatusPlaces();
  const pipelineId = "pipelineId" in of ? of.pipelineId : null;
  const entity =
    "entity" in of ? of.entity : (pipelines.data?.find((one) => one.id === pipelineId)?.entity ?? "deal");
  const catalogue = useQuery(
    trpc.automation.actions.queryOptions({ entity }, { ...seldom, enabled: pipelines.data !== undefined }),
  );
  const members = useQuery(trpc.identity.members.queryOptions(undefined, seldom));
  const leads = useQuery(trpc.pipelines.sources.queryOptions(undefined, seldom));
  const reasons = useQuery(trpc.pipelines.lossReasons.queryOptions(undefined, seldom));
  const filter = useFilterFields(entity);

  const queries = [pipelines, catalogue, members, leads, reasons];
  const sources = useMemo<RobotSources | undefined>(() => {
    if (!catalogue.data || !members.data || !pipelines.data || !leads.data || !reasons.data) return undefined;
    if (filter.pending) return undefined;
    const { actions, fields, templates } = catalogue.data;
    const own = fields.filter(({ key }) => !key.includes("."));
    const named = ({ key, label }: FieldInfo) => ({ value: key, label: label[locale] });
    return {
      actions,
      entity,
      filterFields: filter.fields,
      dateFields: own
        .filter(({ type }) => type === "date" || type === "datetime")
        .map(({ key, label }) => ({ key, label: label[locale] })),
      fields: own.filter(({ editable }) => editable).map(named),
      fieldTypes: new Map(own.map((field) => [field.key, field.type])),
      fieldChoices: new Map(own.map(({ key, choices }) => [key, (choices ?? []).map(choiceOf)])),
      members: members.data.map(({ id, name, email }) => ({ value: id, label: name, hint: email })),
      stages: stagesOf(
        // What stands on a status moves its deal.
        pipelines.data.filter((one) => one.entity === (entity === "invoice" ? "deal" : entity)),
        pipelineId,
      ),
      places: new Map<string, { name: string; colour: string }>([
        ...pipelines.data.flatMap(({ stages }) => stages).map((stage) => [stage.id, stage] as const),
        ...statuses.map((status) => [status.place, status] as const),
      ]),
      stageOutcomes: new Map(pipelines.data.flatMap(({ stages }) => stages).map((s) => [s.id, s.outcome])),
      dealSources: leads.data.map(({ id, name }) => ({ value: id, label: name })),
      lossReasons: reasons.data.map(({ id, name }) => ({ value: id, label: name })),
      variables: templates.map(({ name, label, group: whose }) => ({
        value: `{{ ${name} }}`,
        label: isAround(whose) && whose !== entity ? group(whose, { field: label[locale] }) : label[locale],
      })),
      currency,
    };
  }, [
    catalogue.data,
    members.data,
    pipelines.data,
    leads.data,
    reasons.data,
    filter.pending,
    filter.fields,
    pipelineId,
    entity,
    statuses,
    currency,
    locale,
    group,
  ]);
  return {
    sources,
    error: queries.find((query) => query.error)?.error ?? filter.error,
    retry: () => {
      filter.retry();
      return Promise.all(queries.map((query) => query.refetch()));
    },
  };
}

const around = ["deal", "contact", "company", "owner"] as const;

function isAround(group: string): group is (typeof around)[number] {
  return around.some((one) => one === group);
}

// A choice is written by its name: robots find it again in any field that has it.
function choiceOf({ name }: { name: string }): Option {
  return { value: name, label: name };
}

/** The stages of this pipeline first; those of others say whose they are. */
function stagesOf(pipelines: readonly Pipeline[], pipelineId: string | null) {
  const own = pipelines.filter((one) => one.id === pipelineId);
  const others = pipelines.filter((one) => one.id !== pipelineId);
  return [...own, ...others].flatMap(({ id, name, stages }) =>
    stages.map((stage) => ({
      value: stage.id,
      label: stage.name,
      colour: stage.colour,
      ...(id === pipelineId ? {} : { hint: name }),
    })),
  );
}
