"use client";

import { useState } from "react";
import { requestIdOf } from "@/components/api/refusal";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { Entity } from "@/server/fields/contract";
import type { Filter } from "@/server/filter/tree";
import { type DraftGroup, draftOf, filterOf, isWhole } from "./draft";
import { GroupEditor } from "./group-editor";
import { useFilterFields } from "./use-filter-fields";

type FilterBuilderProps = {
  /** Whose fields are asked. */
  entity: Entity;
  /** Null holds for every record. */
  value: Filter | null;
  /** Told at each change what is asked so far; `whole` is false while a question lacks its value and is left out. */
  onChange: (filter: Filter | null, whole: boolean) => void;
  /** Shows at the rows what they lack: after somebody tried to save. */
  checked?: boolean;
};

/** Builds a filter over an entity's fields, those of its links and the organization's own among them. */
export function FilterBuilder({ entity, value, onChange, checked = false }: FilterBuilderProps) {
  const { fields, pending, error, retry } = useFilterFields(entity);
  const [draft, setDraft] = useState(() => draftOf(value));
  const [told, setTold] = useState(value);
  // Somebody else set the filter: a view was opened, or a chip taken away.
  if (!same(told, value)) {
    setTold(value);
    setDraft(draftOf(value));
  }
  const change = (next: DraftGroup) => {
    setDraft(next);
    const filter = filterOf(next);
    setTold(filter);
    onChange(filter, isWhole(next));
  };
  if (pending) return <SkeletonRows rows={2} />;
  if (error) return <ErrorState requestId={requestIdOf(error)} onRetry={retry} />;
  return <GroupEditor group={draft} fields={fields} checked={checked} onChange={change} />;
}

function same(one: Filter | null, other: Filter | null): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
