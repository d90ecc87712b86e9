"use client";

import { useLocale } from "next-intl";
import { type ComponentProps, useState } from "react";
import { Input } from "@/components/ui/input";
import { formatScaled, parseScaled } from "./scaled";

type ScaledInputProps = {
  /** Whole parts: thousandths with three digits. */
  value: number;
  digits: number;
  /** Told when the field is left or Enter is pressed with another readable number. */
  onCommit: (value: number) => void;
  min?: number;
  max?: number;
} & Omit<ComponentProps<"input">, "value" | "onChange" | "min" | "max">;

/** A decimal kept as a whole number; what cannot be read goes back to what it was. */
export function ScaledInput({ value, digits, onCommit, min = 0, max, ...props }: ScaledInputProps) {
  const locale = useLocale();
  const [draft, setDraft] = useState<string | null>(null);
  const parsed = draft === null ? value : parseScaled(draft, digits);
  const good = parsed !== null && parsed >= min && (max === undefined || parsed <= max);
  const commit = () => {
    setDraft(null);
    if (good && parsed !== value) onCommit(parsed);
  };
  return (
    <Input
      inputMode="decimal"
      autoComplete="off"
      {...props}
      aria-invalid={!good || undefined}
      value={draft ?? formatScaled(value, digits, locale)}
      onChange={(event) => setDraft(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter") commit();
        if (event.key === "Escape") setDraft(null);
      }}
    />
  );
}
