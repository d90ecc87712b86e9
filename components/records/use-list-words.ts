import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/components/api/trpc";
import { useChoices } from "@/components/filter-builder/use-choices";
import type { ComboboxOption } from "@/components/ui/combobox";
import type { Names } from "@/server/crm/records/contract";
import { withChosen } from "./choices-left";
import type { ListField } from "./use-list-fields";

/** Choices of the fields shown, and the colours of stages and of the organization's own lists. */
export function useListWords(fields: readonly ListField[]) {
  const trpc = useTRPC();
  const t = useTranslations("records.cell");
  const asked = fields.map(asFilterField);
  const choices = useChoices(asked);
  const staged = fields.some((field) => field.type === "stage");
  const pipelines = useQuery(
    trpc.pipelines.list.queryOptions(undefined, { staleTime: 300_000, enabled: staged }),
  );
  const stages = (pipelines.data ?? []).flatMap((pipeline) => pipeline.stages);
  return {
    choices: (field: ListField): ComboboxOption[] =>
      choices(asFilterField(field)).filter((option) => option.value !== "me"),
    colour: (field: ListField, id: unknown): string | undefined =>
      field.type === "stage"
        ? stages.find((stage) => stage.id === id)?.colour
        : (field.options?.find((option) => option.id === id)?.colour ?? undefined),
    /** Choices that can still be chosen, and those that are; `names` says what the removed ones were called. */
    offered: (field: ListField, chosen?: unknown, names: Names = {}): ComboboxOption[] => {
      const archived = (field.options ?? []).filter((option) => option.archived).map((option) => option.id);
      const all = choices(asFilterField(field)).filter((option) => option.value !== "me");
      const called = (id: string) =>
        all.find((option) => option.value === id)?.label ?? names[id] ?? t("gone");
      return withChosen(
        all.filter((option) => !archived.includes(option.value)),
        chosen,
        (id) => ({ value: id, label: called(id) }),
      );
    },
  };
}

export type ListWords = ReturnType<typeof useListWords>;

function asFilterField({ key, type, label, options, linksTo, more }: ListField) {
  return { path: key, type, label, options, linksTo, currency: more.currency ?? null };
}
