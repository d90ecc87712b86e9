"use client";

import { useTranslations } from "next-intl";
import { RadioGroup } from "radix-ui";
import { Fragment } from "react";
import { cn } from "@/components/ui/cn";
import { stageColour } from "@/components/ui/stage-colours";
import type { Industry } from "@/server/onboarding/contract";

/** What a template makes: its stages in order, and how many robots stand on them. */
export type IndustryPreview = {
  industry: Industry;
  robots: number;
  stages: { name: string; colour: string }[];
};

type IndustryPickerProps = {
  previews: IndustryPreview[];
  value: Industry;
  onValueChange: (value: Industry) => void;
};

/** A choice of industry that shows the pipeline each one brings. */
export function IndustryPicker({ previews, value, onValueChange }: IndustryPickerProps) {
  const t = useTranslations("site.onboarding");
  const chosen = previews.find((preview) => preview.industry === value);
  const change = (next: string) => {
    const preview = previews.find(({ industry }) => industry === next);
    if (preview) onValueChange(preview.industry);
  };
  return (
    <div>
      <RadioGroup.Root
        value={value}
        onValueChange={change}
        aria-label={t("industry")}
        className="grid gap-2 sm:grid-cols-2"
      >
        {previews.map(({ industry }, index) => (
          <RadioGroup.Item
            key={industry}
            value={industry}
            className={cn(
              "flex flex-col justify-start rounded-lg bg-surface px-3.5 py-3 text-left shadow-low ring-inset hover:bg-sunken",
              "data-[state=checked]:bg-accent-soft data-[state=checked]:ring-2 data-[state=checked]:ring-accent",
              index === previews.length - 1 && index % 2 === 0 && "sm:col-span-2",
            )}
          >
            <span className="block font-semibold">{t(`industries.${industry}.title`)}</span>
            <span className="block text-ink-muted">{t(`industries.${industry}.text`)}</span>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
      {chosen && (
        <p aria-live="polite" className="mt-3 flex flex-wrap items-center gap-x-1.5 gap-y-1 text-ink-muted">
          <span>{t("makes")}:</span>
          {chosen.stages.map(({ name, colour }, index) => (
            <Fragment key={name}>
              {index > 0 && <span aria-hidden>→</span>}
              <span className="inline-flex items-center gap-1 whitespace-nowrap text-ink">
                <span
                  aria-hidden
                  className="size-2 rounded-full"
                  style={{ background: stageColour(colour) }}
                />
                {name}
              </span>
            </Fragment>
          ))}
          <span className="basis-full">{t("robots", { count: chosen.robots })}</span>
        </p>
      )}
    </div>
  );
}
