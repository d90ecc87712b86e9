"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/components/api/trpc";
import { MultiCombobox } from "@/components/ui/multi-combobox";
import type { Entity } from "@/server/fields/contract";
import type { ControlProps } from "./control-props";
import { useLinkNames } from "./use-choices";

/** Records of an entity, found by their names, phones and emails. */
export function LinkControl({ entity, value, onChange, control }: ControlProps & { entity: Entity }) {
  const t = useTranslations("filter");
  const trpc = useTRPC();
  const [search, setSearch] = useState("");
  const ids = Array.isArray(value) ? value.filter((id): id is string => typeof id === "string") : [];
  const names = useLinkNames(ids.map((id) => ({ entity, id })));
  const found = useQuery(
    trpc.records.list.queryOptions(
      { entity, search: search.trim() || undefined, columns: [], limit: 20 },
      { placeholderData: keepPreviousData },
    ),
  );
  const listed = (found.data?.records ?? []).map(({ id, title }) => ({ value: id, label: title }));
  const others = ids
    .filter((id) => !listed.some((option) => option.value === id))
    .map((id) => ({ value: id, label: names[id] ?? t("somebody") }));
  return (
    <MultiCombobox
      {...control}
      options={search ? listed : [...others, ...listed]}
      value={ids}
      onValueChange={onChange}
      onSearch={setSearch}
      loading={found.isPending}
    />
  );
}
