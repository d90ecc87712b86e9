"use client";

import { useQuery } from "@tanstack/react-query";
import type { ComponentProps } from "react";
import { useTRPC } from "@/components/api/trpc";
import { cn } from "@/components/ui/cn";
import { useWorkspace } from "@/components/workspace/workspace";

type CurrencyChoiceProps = {
  value: string;
  onChange: (value: string) => void;
} & Pick<ComponentProps<"select">, "id" | "className" | "disabled" | "aria-label" | "aria-invalid">;

/** The currencies the workspace counts in. */
export function CurrencyChoice({ value, onChange, className, ...props }: CurrencyChoiceProps) {
  const { currency } = useWorkspace();
  const enabled = useQuery(useTRPC().currencies.list.queryOptions()).data?.enabled ?? [];
  const codes = [...new Set([currency, ...enabled.map((one) => one.currency), value])].filter(Boolean);
  return (
    <select
      {...props}
      className={cn("control", className)}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {codes.map((code) => (
        <option key={code}>{code}</option>
      ))}
    </select>
  );
}
