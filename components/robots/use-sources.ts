import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useTRPC } from "@/components/api/trpc";
import type { FormSources, Option } from "@/components/schema-form/widget";
import { useWorkspace } from "@/components/workspace/workspace";
import type { ActionInfo, FieldInfo } from "@/server/automation/contract";
import type { Pipeline } from "@/server/pipelines/contract";
import { type ConditionField, clauseType } from "./condition-fields";

const variables = [
  ["dealTitle", "deal.title"],
  ["dealAmount", "deal.amount"],
  ["dealClosesAt", "deal.closes_at"],
  ["dealStage", "deal.stage"],
  ["contactName", "contact.name"],
  ["contactEmail", "contact.email"],
  ["contactPhone", "contact.phone"],
  ["companyName", "company.name"],
  ["ownerName", "owner.name"],
  ["ownerEmail", "owner.email"],
] as const;

/** Everything robots are made of: actions, fields, people, stages, lists. */
export type RobotSources = FormSources & {
  actions: readonly ActionInfo[];
  fields: readonly Option[];
  fieldTypes: ReadonlyMap<string, string>;
  conditionFields: readonly ConditionField[];
  dateFields: readonly ConditionField[];
  stageOutcomes: ReadonlyMap<string, string>;
  dealSources: readonly Option[];
  lossReasons: readonly Option[];
  currency: string;
};

/** Reads the sources; undefined until all of them are there. */
export function useSources(pipelineId: string) {
  const trpc = useTRPC();
  const t = useTranslations("robots.field");
  const variable = useTranslations("robots.variable");
  const locale = useLocale();
  const { currency } = useWorkspace();
  const seldom = { staleTime: 300_000 };
  const catalogue = useQuery(trpc.automation.actions.queryOptions(undefined, seldom));
  const members = useQuery(trpc.identity.members.queryOptions(undefined, seldom));
  const pipelines = useQuery(trpc.pipelines.list.queryOptions());
  const leads = useQuery(trpc.pipelines.sources.queryOptions(undefined, seldom));
  const reasons = useQuery(trpc.pipelines.lossReasons.queryOptions(undefined, seldom));

  const queries = [catalogue, members, pipelines, leads, reasons];
  const sources = useMemo<RobotSources | undefined>(() => {
    if (!catalogue.data || !members.data || !pipelines.data || !leads.data || !reasons.data) return undefined;
    const { actions, fields } = catalogue.data;
    const inWords = ({ key, type, label }: FieldInfo) => ({ key, type, label: label[locale] });
    const around = [
      { key: "contact.name", type: "text", label: t("contactName") },
      { key: "contact.email", type: "text", label: t("contactEmail") },
      { key: "contact.phone", type: "text", label: t("contactPhone") },
      { key: "createdAt", type: "date", label: t("createdAt") },
    ];
    const conditionFields = [...fields.map(inWords), ...around].flatMap(({ key, type, label }) => {
      const known = clauseType(type);
      return known ? [{ key, type: known, label }] : [];
    });
    return {
      actions,
      conditionFields,
      dateFields: conditionFields.filter((field) => field.type === "date"),
      fields: fields.map(({ key, label }) => ({ value: key, label: label[locale] })),
      fieldTypes: new Map(fields.map((field) => [field.key, field.type])),
      members: members.data.map(({ id, name, email }) => ({ value: id, label: name, hint: email })),
      stages: stagesOf(pipelines.data, pipelineId),
      stageOutcomes: new Map(pipelines.data.flatMap(({ stages }) => stages).map((s) => [s.id, s.outcome])),
      dealSources: leads.data.map(({ id, name }) => ({ value: id, label: name })),
      lossReasons: reasons.data.map(({ id, name }) => ({ value: id, label: name })),
      variables: variables.map(([key, path]) => ({ value: `{{ ${path} }}`, label: variable(key) })),
      currency,
    };
  }, [
    catalogue.data,
    members.data,
    pipelines.data,
    leads.data,
    reasons.data,
    pipelineId,
    currency,
    locale,
    t,
    variable,
  ]);
  return {
    sources,
    error: queries.find((query) => query.error)?.error ?? null,
    retry: () => Promise.all(queries.map((query) => query.refetch())),
  };
}

/** The stages of this pipeline first; those of others say whose they are. */
function stagesOf(pipelines: readonly Pipeline[], pipelineId: string) {
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
