"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { kindsOf, type TimelineKind } from "@/server/crm/timeline/contract";

type KindFilterProps = {
  entity: string;
  value: TimelineKind | null;
  onChange: (kind: TimelineKind | null) => void;
};

/** Narrows history to one kind of entry; pressed again, shows everything. */
export function KindFilter({ entity, value, onChange }: KindFilterProps) {
  const t = useTranslations("deal.timeline.kinds");
  return (
    <fieldset aria-label={t("label")} className="flex flex-wrap gap-1">
      {kindsOf(entity).map((kind) => (
        <button
          key={kind}
          type="button"
          aria-pressed={kind === value}
          onClick={() => onChange(kind === value ? null : kind)}
          className={cn(
            "h-6 rounded-full border border-line px-2.5 text-sm text-ink-muted hover:text-ink max-md:h-9 max-md:px-3.5",
            kind === value && "border-transparent bg-accent-soft font-medium text-accent-text",
          )}
        >
          {t(kind)}
        </button>
      ))}
    </fieldset>
  );
}
