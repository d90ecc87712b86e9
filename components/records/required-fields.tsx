"use client";

import { useState } from "react";
import type { Entity } from "@/server/fields/contract";
import { FieldValue } from "./field-value";
import { useListFields } from "./use-list-fields";
import { useListWords } from "./use-list-words";

/** The organization's own fields that a new record of a kind has to have, and what is filled in of them. */
export function useRequiredFields(entity: Entity) {
  const { fields } = useListFields(entity);
  const required = fields.filter((field) => field.customId && field.required && field.editable);
  const words = useListWords(required);
  const [filled, setFilled] = useState<Record<string, unknown>>({});
  // A tick that nobody set says no, which is an answer.
  const unset = Object.fromEntries(
    required.flatMap(({ key, type }) => (type === "checkbox" ? [[key, false]] : [])),
  );
  return {
    required,
    words,
    filled,
    /** As the server takes it; undefined when nothing is required. */
    custom: required.length > 0 ? { ...unset, ...filled } : undefined,
    fill: (key: string, value: unknown) => setFilled((known) => ({ ...known, [key]: value })),
    clear: () => setFilled({}),
  };
}

export type RequiredDraft = ReturnType<typeof useRequiredFields>;

/** Their controls, as part of the form that makes the record. */
export function RequiredFields({
  draft: { required, words, filled, fill },
  faults,
}: {
  draft: RequiredDraft;
  faults: Record<string, string>;
}) {
  return required.map((field) => (
    <FieldValue
      key={field.key}
      field={field}
      words={words}
      error={faults[field.key]}
      value={filled[field.key] ?? null}
      onChange={(value) => fill(field.key, value)}
    />
  ));
}
