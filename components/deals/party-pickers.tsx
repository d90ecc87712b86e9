"use client";

import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { type ComponentProps, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { Combobox, type ComboboxOption } from "@/components/ui/combobox";
import { toast } from "@/components/ui/toast";
import { useMay } from "@/components/workspace/workspace";

export type Party = { id: string; name: string };

type PickerProps = {
  value: Party | null | "";
  onChange: (value: Party | null) => void;
  defaultOpen?: boolean;
  /** Told when the list closes, whether or not somebody was chosen. */
  onClose?: () => void;
} & Omit<ComponentProps<"button">, "value" | "onChange">;

/** A person, found by name; a new name makes a new contact. */
export function ContactPicker({ value, onChange, ...control }: PickerProps) {
  const trpc = useTRPC();
  const mayCreate = useMay()("contact.edit");
  const [search, setSearch] = useState("");
  const found = useQuery(
    trpc.contacts.find.queryOptions({ search: search.trim() }, { placeholderData: keepPreviousData }),
  );
  const { say } = useRefusals();
  const create = useMutation(
    trpc.contacts.createByName.mutationOptions({
      onSuccess: onChange,
      onError: (error) => toast.error(say(error)),
    }),
  );
  const options = (found.data ?? []).map(({ id, name, email, phone }) => ({
    value: id,
    label: name,
    hint: email ?? phone ?? undefined,
  }));
  return (
    <PartyCombobox
      {...control}
      value={value}
      options={options}
      loading={found.isPending}
      onSearch={setSearch}
      onChange={onChange}
      onCreate={mayCreate ? (name) => create.mutate({ name }) : undefined}
    />
  );
}

/** An organisation, found by name; a new name makes a new company. */
export function CompanyPicker({ value, onChange, ...control }: PickerProps) {
  const trpc = useTRPC();
  const mayCreate = useMay()("contact.edit");
  const [search, setSearch] = useState("");
  const found = useQuery(
    trpc.companies.find.queryOptions({ search: search.trim() }, { placeholderData: keepPreviousData }),
  );
  const { say } = useRefusals();
  const create = useMutation(
    trpc.companies.createByName.mutationOptions({
      onSuccess: onChange,
      onError: (error) => toast.error(say(error)),
    }),
  );
  return (
    <PartyCombobox
      {...control}
      value={value}
      options={(found.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      loading={found.isPending}
      onSearch={setSearch}
      onChange={onChange}
      onCreate={mayCreate ? (name) => create.mutate({ name }) : undefined}
    />
  );
}

type PartyComboboxProps = PickerProps & {
  options: ComboboxOption[];
  loading: boolean;
  onSearch: (text: string) => void;
  onCreate: ((name: string) => void) | undefined;
};

function PartyCombobox({ value, options, onChange, ...rest }: PartyComboboxProps) {
  const chosen = value || null;
  // The chosen one is named even when the search does not find it.
  const known = !chosen || options.some((option) => option.value === chosen.id);
  const all = known || !chosen ? options : [{ value: chosen.id, label: chosen.name }, ...options];
  return (
    <Combobox
      {...rest}
      clearable
      options={all}
      value={chosen?.id ?? null}
      onValueChange={(id) => {
        const option = all.find((one) => one.value === id);
        onChange(option ? { id: option.value, name: option.label } : null);
      }}
    />
  );
}
