"use client";

import type { ComponentProps } from "react";
import { useDirectory } from "@/components/deals/use-directory";
import { Combobox } from "@/components/ui/combobox";
import { Input } from "@/components/ui/input";
import { memberChoice } from "@/components/ui/member-choice";
import { MoneyInput } from "@/components/ui/money-input";
import type { LeadCard } from "@/server/crm/leads/contract";
import { isLeadText, type LeadRequirable } from "./lead-fields";

type LeadControlProps = {
  field: LeadRequirable;
  lead: LeadCard;
  onChange: (changes: Partial<LeadCard>) => void;
} & Pick<
  ComponentProps<"button">,
  "id" | "className" | "disabled" | "aria-invalid" | "aria-describedby" | "aria-label"
>;

/** The right control for a field of a lead. */
export function LeadControl({ field, lead, onChange, className, ...control }: LeadControlProps) {
  const directory = useDirectory();
  if (isLeadText(field)) {
    return (
      <Input
        {...control}
        type={field === "email" ? "email" : field === "phone" ? "tel" : "text"}
        maxLength={field === "phone" ? 40 : 200}
        value={lead[field] ?? ""}
        onChange={(event) => onChange({ [field]: event.target.value || null })}
      />
    );
  }
  if (field === "amountMinor") {
    return (
      <MoneyInput
        {...control}
        currency={lead.currency}
        value={lead.amountMinor === 0 ? null : lead.amountMinor}
        onValueChange={(amountMinor) => onChange({ amountMinor: amountMinor ?? 0 })}
      />
    );
  }
  const members = directory.members.map(memberChoice);
  const sources = directory.sources.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Combobox
      {...control}
      className={className}
      clearable
      options={field === "ownerId" ? members : sources}
      value={lead[field]}
      onValueChange={(value) => onChange({ [field]: value })}
    />
  );
}
