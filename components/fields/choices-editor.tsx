"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ColourPicker } from "@/components/ui/colour-picker";
import { Input } from "@/components/ui/input";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { type StageColour, stageColour, stageColours } from "@/components/ui/stage-colours";

/** A choice being written; one without an id is new. */
export type DraftChoice = { key: string; id?: string | undefined; name: string; colour?: string | undefined };

type ChoicesEditorProps = {
  choices: readonly DraftChoice[];
  onChange: (choices: DraftChoice[]) => void;
  newKey: () => string;
  error?: string | undefined;
};

/** The choices of a list, each with a colour. */
export function ChoicesEditor({ choices, onChange, newKey, error }: ChoicesEditorProps) {
  const t = useTranslations("fields");
  const set = (place: number, change: Partial<DraftChoice>) => {
    const choice = choices[place];
    if (choice) onChange(choices.with(place, { ...choice, ...change }));
  };
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1 font-medium">{t("choices")}</legend>
      {choices.map((choice, place) => (
        <div key={choice.key} className="flex items-center gap-1.5">
          <ChoiceColour
            value={choice.colour}
            label={t("choiceColour", { number: place + 1 })}
            onChange={(colour) => set(place, { colour })}
          />
          <Input
            aria-label={t("choice", { number: place + 1 })}
            value={choice.name}
            maxLength={200}
            onChange={(event) => set(place, { name: event.target.value })}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              onChange([...choices, { key: newKey(), name: "" }]);
            }}
          />
          <Button
            size="icon"
            variant="ghost"
            aria-label={t("removeChoice", { number: place + 1 })}
            onClick={() => onChange(choices.toSpliced(place, 1))}
          >
            <X />
          </Button>
        </div>
      ))}
      {error && (
        <p role="alert" className="text-sm text-danger-text">
          {error}
        </p>
      )}
      <Button
        size="sm"
        variant="ghost"
        className="self-start"
        onClick={() => onChange([...choices, { key: newKey(), name: "" }])}
      >
        <Plus />
        {t("addChoice")}
      </Button>
    </fieldset>
  );
}

type ChoiceColourProps = {
  value: string | undefined;
  label: string;
  onChange: (colour: StageColour) => void;
};

function ChoiceColour({ value, label, onChange }: ChoiceColourProps) {
  const known = stageColours.find((colour) => colour === value);
  return (
    <Popover>
      <PopoverTrigger asChild>
        <button
          type="button"
          aria-label={label}
          className="grid size-8 shrink-0 place-items-center rounded-md hover:bg-ink/7 max-md:size-10"
        >
          <span
            className="size-4 rounded-full border border-line-strong"
            style={known ? { background: stageColour(known) } : undefined}
          />
        </button>
      </PopoverTrigger>
      <PopoverContent aria-label={label} className="w-auto">
        <ColourPicker label={label} value={known ?? "slate"} onValueChange={onChange} />
      </PopoverContent>
    </Popover>
  );
}
