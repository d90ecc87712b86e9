"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { RadioGroup } from "radix-ui";
import { cn } from "./cn";
import { type StageColour, stageColour, stageColours } from "./stage-colours";

type ColourPickerProps = {
  value: StageColour;
  onValueChange: (value: StageColour) => void;
  label: string;
  id?: string;
  className?: string;
};

/** A colour of the stage palette. */
export function ColourPicker({ value, onValueChange, label, className, ...props }: ColourPickerProps) {
  const t = useTranslations("ui.colour");
  const change = (next: string) => {
    const colour = stageColours.find((candidate) => candidate === next);
    if (colour) onValueChange(colour);
  };
  return (
    <RadioGroup.Root
      data-slot="colour-picker"
      value={value}
      onValueChange={change}
      aria-label={label}
      orientation="horizontal"
      className={cn("flex flex-wrap gap-1.5", className)}
      {...props}
    >
      {stageColours.map((colour) => (
        <RadioGroup.Item
          key={colour}
          value={colour}
          aria-label={t(colour)}
          title={t(colour)}
          className="grid size-6 place-items-center rounded-full outline-offset-2 max-md:size-9"
          style={{ background: stageColour(colour) }}
        >
          <RadioGroup.Indicator>
            <Check className="size-3.5 stroke-3 text-surface" />
          </RadioGroup.Indicator>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
