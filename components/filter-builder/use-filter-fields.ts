import { useQueries, useQuery } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { useMemo } from "react";
import { useTRPC } from "@/components/api/trpc";
import { useInList } from "@/components/lists/in-list";
import { useMay } from "@/components/workspace/workspace";
import type { Entity, FieldInfo } from "@/server/fields/contract";
import type { FieldType } from "@/server/filter/types";

/** A field that can be asked, of the record itself or through its links. */
export type FilterField = {
  /** `contactId.companyId.name` */
  path: string;
  type: FieldType;
  /** "Contact → Company → Name" */
  label: string;
  /** Its choices, when the field is a list. */
  options: FieldInfo["options"];
  linksTo: Entity | null;
  /** What amounts of it are counted in; null: the workspace's currency. */
  currency: string | null;
};

type Link = { path: string; label: string; entity: Entity; origin: readonly Entity[] };

const seldom = { staleTime: 300_000 };

/**
 * The fields a filter over the entity may ask, the organization's own among them: first the record's, then those of the
 * records it leads to, and of the ones those lead to. `pending` until the record's own are there.
 */
export function useFilterFields(entity: Entity) {
  const trpc = useTRPC();
  const may = useMay();
  const language = useLocale();
  const own = useQuery(trpc.fields.list.queryOptions(useInList(entity), seldom));
  const start: Link = { path: "", label: "", entity, origin: [] };
  const near = own.data ? linksOf(own.data, start, language).filter((one) => may(`${one.entity}.view`)) : [];
  const nearFields = useQueries({
    queries: near.map((link) => trpc.fields.list.queryOptions({ entity: link.entity }, seldom)),
  });
  const far = near.flatMap((link, place) =>
    linksOf(nearFields[place]?.data ?? [], link, language).filter((one) => may(`${one.entity}.view`)),
  );
  const farFields = useQueries({
    queries: far.map((link) => trpc.fields.list.queryOptions({ entity: link.entity }, seldom)),
  });
  const pieces = [
    { link: start, data: own.data },
    ...near.map((link, place) => ({ link, data: nearFields[place]?.data })),
    ...far.map((link, place) => ({ link, data: farFields[place]?.data })),
  ];
  const known = pieces.map(({ link, data }) => `${link.path}:${data?.length ?? "-"}`).join();
  const stamp = own.dataUpdatedAt + Math.max(0, ...nearFields.map((one) => one.dataUpdatedAt));
  const fields = useMemo(
    () => pieces.flatMap(({ link, data }) => (data ?? []).flatMap((field) => askable(field, link, language))),
    // The pieces are made anew at each drawing; what they hold changes with these.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [known, stamp, language],
  );
  return {
    fields,
    field: (path: string) => fields.find((one) => one.path === path) ?? null,
    pending: own.isPending,
    error: own.error,
    retry: () => void own.refetch(),
  };
}

function askable(field: FieldInfo, link: Link, language: "en" | "ru"): FilterField[] {
  if (!field.filterable) return [];
  const { key, type, label, options, linksTo, more } = field;
  return [
    {
      path: join(link.path, key, "."),
      label: join(link.label, label[language], " → "),
      ...{ type, options, linksTo, currency: more.currency ?? null },
    },
  ];
}

// A link back to where one came from would ask about the same record again.
function linksOf(fields: readonly FieldInfo[], from: Link, language: "en" | "ru"): Link[] {
  return fields.flatMap(({ key, type, linksTo, label, filterable }) => {
    if (type !== "link" || !linksTo || !filterable || from.origin.includes(linksTo)) return [];
    const path = join(from.path, key, ".");
    const origin = [...from.origin, from.entity];
    return [{ path, label: join(from.label, label[language], " → "), entity: linksTo, origin }];
  });
}

function join(before: string, after: string, glue: string): string {
  return before ? `${before}${glue}${after}` : after;
}
