"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ColourPicker } from "@/components/ui/colour-picker";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { type StageColour, stageColour, stageColours } from "@/components/ui/stage-colours";
import type { Stage } from "@/server/pipelines/contract";

type StageColourProps = { stage: Stage; onChange: (colour: StageColour) => void };

/** A stage's dot; opens the palette. */
export function StageColourButton({ stage, onChange }: StageColourProps) {
  const t = useTranslations("robots.pipelines");
  const [open, setOpen] = useState(false);
  const label = t("colourOf", { stage: stage.name });
  const pick = (colour: StageColour) => {
    onChange(colour);
    setOpen(false);
  };
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <button
          type="button"
          aria-label={label}
          title={label}
          className="grid size-8 shrink-0 place-items-center rounded-md hover:bg-ink/7 max-md:size-10"
        >
          <span className="size-3.5 rounded-full" style={{ background: stageColour(stage.colour) }} />
        </button>
      </PopoverTrigger>
      <PopoverContent aria-label={label} className="w-43 max-md:w-61">
        <ColourPicker value={known(stage.colour)} onValueChange={pick} label={label} />
      </PopoverContent>
    </Popover>
  );
}

function known(name: string): StageColour {
  return stageColours.find((colour) => colour === name) ?? "slate";
}
