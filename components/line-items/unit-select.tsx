"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";
import { units } from "@/server/crm/line-items/contract";

/** A unit's short name; one of the organization's own as it was written. */
export function useUnits() {
  const t = useTranslations("products.units");
  return (unit: string) => {
    const known = units.find((one) => one === unit);
    return known ? t(known) : unit;
  };
}

type UnitSelectProps = { unit: string; onChangeUnit: (unit: string) => void } & Omit<
  ComponentProps<"select">,
  "value" | "onChange"
>;

/** What a thing is counted in. */
export function UnitSelect({ unit, onChangeUnit, className, ...props }: UnitSelectProps) {
  const name = useUnits();
  return (
    <select
      {...props}
      className={cn("control", className)}
      value={unit}
      onChange={(event) => onChangeUnit(event.target.value)}
    >
      {[...new Set([...units, unit])].map((one) => (
        <option key={one} value={one}>
          {name(one)}
        </option>
      ))}
    </select>
  );
}
