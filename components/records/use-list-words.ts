import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/api/trpc";
import { useChoices } from "@/components/filter-builder/use-choices";
import type { ComboboxOption } from "@/components/ui/combobox";
import type { ListField } from "./use-list-fields";

/** Choices of the fields shown, and the colours of stages and of the organization's own lists. */
export function useListWords(fields: readonly ListField[]) {
  const trpc = useTRPC();
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
    /** Choices that can still be chosen. */
    offered: (field: ListField): ComboboxOption[] => {
      const archived = (field.options ?? []).filter((option) => option.archived).map((option) => option.id);
      return choices(asFilterField(field)).filter(
        (option) => option.value !== "me" && !archived.includes(option.value),
      );
    },
  };
}

export type ListWords = ReturnType<typeof useListWords>;

function asFilterField({ key, type, label, options, linksTo, more }: ListField) {
  return { path: key, type, label, options, linksTo, currency: more.currency ?? null };
}
