"use client";

import { useTranslations } from "next-intl";
import { Combobox } from "@/components/ui/combobox";
import { DatePicker } from "@/components/ui/date-picker";
import { Input } from "@/components/ui/input";
import { MoneyInput } from "@/components/ui/money-input";
import { dayOf, instantOf } from "@/components/workspace/days";
import { useWorkspace } from "@/components/workspace/workspace";
import type { ClauseType } from "./condition-fields";
import type { RobotSources } from "./use-sources";

type ConditionValueProps = {
  type: ClauseType;
  value: unknown;
  sources: RobotSources;
  onChange: (value: unknown) => void;
  control: {
    "aria-label": string;
    "aria-invalid": true | undefined;
    "aria-describedby": string | undefined;
  };
};

/** What a field is compared with, by the field's type. */
export function ConditionValue({ type, value, sources, onChange, control }: ConditionValueProps) {
  const t = useTranslations("robots.condition");
  const { timeZone } = useWorkspace();
  if (type === "money") {
    return (
      <MoneyInput
        {...control}
        currency={sources.currency}
        value={typeof value === "number" ? value : null}
        onValueChange={(minor) => onChange(minor ?? undefined)}
      />
    );
  }
  if (type === "date") {
    return (
      <DatePicker
        {...control}
        value={typeof value === "string" ? dayOf(new Date(value), timeZone) : null}
        onValueChange={(day) => onChange(day ? startOf(day, timeZone) : undefined)}
      />
    );
  }
  const options = optionsOf(type, sources);
  if (options) {
    return (
      <Combobox
        {...control}
        options={options}
        placeholder={t("choose")}
        value={typeof value === "string" ? value : null}
        onValueChange={(chosen) => onChange(chosen ?? undefined)}
      />
    );
  }
  return (
    <Input
      {...control}
      maxLength={300}
      placeholder={t("text")}
      value={typeof value === "string" ? value : ""}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function optionsOf(type: ClauseType, { members, dealSources, lossReasons }: RobotSources) {
  if (type === "member") return members ?? [];
  if (type === "source") return dealSources;
  return type === "loss_reason" ? lossReasons : null;
}

/** The day's first moment as the server compares it. A day's instant is its noon. */
function startOf(day: string, timeZone: string): string {
  return new Date(instantOf(day, timeZone).getTime() - 12 * 3_600_000).toISOString();
}
