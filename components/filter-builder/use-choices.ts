import { useQueries, useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useTRPC } from "@/components/api/trpc";
import type { ComboboxOption } from "@/components/ui/combobox";
import { useWorkspace } from "@/components/workspace/workspace";
import { type Entity, optionName } from "@/server/fields/contract";
import type { FieldType } from "@/server/filter/types";
import type { FilterField } from "./use-filter-fields";

const seldom = { staleTime: 300_000 };

/** Choices and names of what the fields in use hold; nothing is asked for types that no field here has. */
export function useChoices(fields: readonly FilterField[]) {
  const t = useTranslations("filter");
  const locale = useLocale();
  const trpc = useTRPC();
  const { memberId } = useWorkspace();
  const has = (...types: FieldType[]) => fields.some((field) => types.includes(field.type));
  const on = (enabled: boolean) => ({ ...seldom, enabled });
  const members = useQuery(trpc.identity.members.queryOptions(undefined, on(has("member"))));
  const pipelines = useQuery(trpc.pipelines.list.queryOptions(undefined, on(has("stage", "pipeline"))));
  const sources = useQuery(trpc.pipelines.sources.queryOptions(undefined, on(has("source"))));
  const reasons = useQuery(trpc.pipelines.lossReasons.queryOptions(undefined, on(has("loss_reason"))));

  const named = (list: readonly { id: string; name: string }[] | undefined): ComboboxOption[] =>
    (list ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const stages = (pipelines.data ?? []).flatMap((pipeline) =>
    pipeline.stages.map((stage) => ({
      value: stage.id,
      label: stage.name,
      ...((pipelines.data?.length ?? 0) > 1 && { hint: pipeline.name }),
    })),
  );
  const everybody = (members.data ?? [])
    .toSorted((one, other) => Number(other.id === memberId) - Number(one.id === memberId))
    .map(({ id, name, email }) => ({ value: id, label: name, hint: email }));

  return (field: FilterField): ComboboxOption[] => {
    if (field.type === "member") return [{ value: "me", label: t("me") }, ...everybody];
    if (field.type === "stage") return stages;
    if (field.type === "pipeline") return named(pipelines.data);
    if (field.type === "source") return named(sources.data);
    if (field.type === "loss_reason") return named(reasons.data);
    // Lists of Pult's own are named in the reader's language; the organization's by their choices.
    return (field.options ?? []).map((option) => ({ value: option.id, label: optionName(option, locale) }));
  };
}

/** Names of linked records by id, as far as they are known yet; those one may not see stay unnamed. */
export function useLinkNames(links: readonly { entity: Entity; id: string }[]): Record<string, string> {
  const trpc = useTRPC();
  const found = useQueries({
    queries: links
      .slice(0, 20)
      .map((link) => trpc.records.get.queryOptions(link, { ...seldom, retry: false })),
  });
  return Object.fromEntries(found.flatMap(({ data }) => (data ? [[data.record.id, data.record.title]] : [])));
}
