"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ComponentProps, useState } from "react";
import { useTRPC } from "@/components/api/trpc";
import { CompanyPicker, ContactPicker } from "@/components/deals/party-pickers";
import { Combobox } from "@/components/ui/combobox";
import type { Entity } from "@/server/platform/permissions";
import { recordKinds } from "./kinds";

export type Picked = { id: string; name: string };

type RecordPickerProps = {
  entity: Entity;
  value: Picked | null;
  onChange: (value: Picked | null) => void;
  defaultOpen?: boolean;
  /** Told when the list closes, whether or not something was chosen. */
  onClose?: () => void;
} & Omit<ComponentProps<"button">, "value" | "onChange">;

/** Another record of one kind, found by its name; people and companies are made on the way. */
export function RecordPicker({ entity, ...picker }: RecordPickerProps) {
  if (entity === "contact") return <ContactPicker {...picker} />;
  if (entity === "company") return <CompanyPicker {...picker} />;
  return <SearchPicker entity={entity} {...picker} />;
}

function SearchPicker({ entity, value, onChange, ...control }: RecordPickerProps) {
  const trpc = useTRPC();
  const [text, setText] = useState("");
  const wanted = text.trim();
  const found = useQuery(
    trpc.records.search.queryOptions(
      { text: wanted, entities: [entity], limit: 20 },
      { enabled: wanted !== "", placeholderData: keepPreviousData },
    ),
  );
  const recent = useQuery(
    trpc.records.list.queryOptions(
      { entity, limit: 20, columns: [recordKinds[entity].title] },
      { enabled: wanted === "" },
    ),
  );
  const shown = wanted === "" ? (recent.data?.records ?? []) : (found.data ?? []);
  const options = shown.map(({ id, title }) => ({ value: id, label: title }));
  const missing = value && !options.some((one) => one.value === value.id);
  const all = missing ? [{ value: value.id, label: value.name }, ...options] : options;
  return (
    <Combobox
      {...control}
      clearable
      options={all}
      value={value?.id ?? null}
      loading={wanted === "" ? recent.isPending : found.isPending}
      onSearch={setText}
      onValueChange={(id) => {
        const option = all.find((one) => one.value === id);
        onChange(option ? { id: option.value, name: option.label } : null);
      }}
    />
  );
}
