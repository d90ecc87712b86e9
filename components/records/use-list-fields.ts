import { useQuery } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { useMemo } from "react";
import { useTRPC } from "@/components/api/trpc";
import { useInList } from "@/components/lists/in-list";
import type { Entity, FieldInfo } from "@/server/fields/contract";

/** A field as a column of a list. */
export type ListField = Omit<FieldInfo, "label"> & { label: string };

/** The fields of an entity that a list can show, by key, named in the reader's language. */
export function useListFields(entity: Entity) {
  const trpc = useTRPC();
  const language = useLocale();
  const query = useQuery(trpc.fields.list.queryOptions(useInList(entity), { staleTime: 300_000 }));
  const fields = useMemo(
    () => (query.data ?? []).map((field): ListField => ({ ...field, label: field.label[language] })),
    [query.data, language],
  );
  return { fields, query };
}
