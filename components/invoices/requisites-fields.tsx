"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { Requisites } from "@/server/crm/invoices/contract";

export const requisiteKeys = [
  "name",
  "taxId",
  "taxReason",
  "address",
  "bank",
  "phone",
  "email",
  "signer",
] as const satisfies readonly (keyof Requisites)[];
type Key = (typeof requisiteKeys)[number];

const longest: Record<Key, number> = {
  name: 300,
  taxId: 40,
  taxReason: 40,
  address: 500,
  bank: 1_000,
  phone: 60,
  email: 254,
  signer: 200,
};

type RequisitesFieldsProps = {
  value: Requisites;
  onChange: (value: Requisites) => void;
  /** Absent: all of them. */
  only?: readonly Key[];
  errors?: Record<string, string>;
};

/** What is printed of a party, a field each. */
export function RequisitesFields({
  value,
  onChange,
  only = requisiteKeys,
  errors = {},
}: RequisitesFieldsProps) {
  const t = useTranslations("invoices.fields");
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {only.map((key) => {
        const wide = key === "name" || key === "address" || key === "bank";
        const control = {
          maxLength: longest[key],
          value: value[key] ?? "",
          onChange: (event: { target: { value: string } }) =>
            onChange({ ...value, [key]: event.target.value }),
        };
        return (
          <Field
            key={key}
            label={t(key)}
            error={errors[`seller.${key}`]}
            className={wide ? "sm:col-span-2" : undefined}
          >
            {key === "bank" ? <Textarea rows={3} {...control} /> : <Input {...control} />}
          </Field>
        );
      })}
    </div>
  );
}
