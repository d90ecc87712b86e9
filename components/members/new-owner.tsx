"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { Member } from "@/server/identity/contract";

// A select has no empty value.
const nobody = "nobody";

type NewOwnerProps = {
  /** What is to be taken over. */
  text: string;
  /** Who answers for it now. */
  name: string;
  colleagues: readonly Member[];
  value: string | null;
  onChange: (memberId: string | null) => void;
};

/** Who gets what a leaving member answers for; null leaves it in their name. */
export function NewOwner({ text, name, colleagues, value, onChange }: NewOwnerProps) {
  const t = useTranslations("settings.members");
  return (
    <>
      <p>{text}</p>
      <Field label={t("newOwner")}>
        <Select
          options={[
            ...colleagues.map((one) => ({ value: one.id, label: one.name })),
            { value: nobody, label: t("keepOwner", { name }) },
          ]}
          value={value ?? nobody}
          onValueChange={(next) => onChange(next === nobody ? null : next)}
        />
      </Field>
    </>
  );
}
