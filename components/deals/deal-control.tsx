"use client";

import type { ComponentProps } from "react";
import { Combobox } from "@/components/ui/combobox";
import { DatePicker } from "@/components/ui/date-picker";
import { memberChoice } from "@/components/ui/member-choice";
import { MoneyInput } from "@/components/ui/money-input";
import { useDates } from "@/components/workspace/dates";
import type { DealCard } from "@/server/crm/deals/contract";
import type { DealFieldKey } from "./deal-fields";
import { CompanyPicker, ContactPicker } from "./party-pickers";
import { useDirectory } from "./use-directory";

type DealControlProps = {
  field: DealFieldKey;
  deal: DealCard;
  /** What was chosen, with the name to show. */
  onChange: (changes: Partial<DealCard>) => void;
} & Pick<
  ComponentProps<"button">,
  "id" | "className" | "disabled" | "aria-invalid" | "aria-describedby" | "aria-label"
>;

/** The right control for a field of a deal. */
export function DealControl({ field, deal, onChange, ...control }: DealControlProps) {
  const { toDay, fromDay } = useDates();
  const directory = useDirectory();
  switch (field) {
    case "amountMinor":
      return (
        <MoneyInput
          {...control}
          currency={deal.currency}
          value={deal.amountMinor === 0 ? null : deal.amountMinor}
          onValueChange={(amountMinor) => onChange({ amountMinor: amountMinor ?? 0 })}
        />
      );
    case "contactId":
      return (
        <ContactPicker
          {...control}
          value={deal.contactId && { id: deal.contactId, name: deal.contactName ?? "" }}
          onChange={(one) => onChange({ contactId: one?.id ?? null, contactName: one?.name ?? null })}
        />
      );
    case "companyId":
      return (
        <CompanyPicker
          {...control}
          value={deal.companyId && { id: deal.companyId, name: deal.companyName ?? "" }}
          onChange={(one) => onChange({ companyId: one?.id ?? null, companyName: one?.name ?? null })}
        />
      );
    case "ownerId":
      return (
        <Combobox
          {...control}
          clearable
          options={directory.members.map(memberChoice)}
          value={deal.ownerId}
          onValueChange={(ownerId) => onChange({ ownerId, ownerName: directory.member(ownerId) })}
        />
      );
    case "sourceId":
      return (
        <Combobox
          {...control}
          clearable
          options={directory.sources.map(({ id, name }) => ({ value: id, label: name }))}
          value={deal.sourceId}
          onValueChange={(sourceId) => onChange({ sourceId })}
        />
      );
    case "closesAt":
      return (
        <DatePicker
          {...control}
          value={toDay(deal.closesAt)}
          onValueChange={(day) => onChange({ closesAt: fromDay(day) })}
        />
      );
  }
}
