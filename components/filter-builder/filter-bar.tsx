"use client";

import { ListFilter, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { InlineAlert } from "@/components/ui/inline-alert";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { Sheet, SheetContent, SheetTrigger } from "@/components/ui/sheet";
import { useIsPhone } from "@/components/ui/use-media-query";
import type { Entity } from "@/server/fields/contract";
import { type Filter, leavesOf } from "@/server/filter/tree";
import { FilterBuilder } from "./filter-builder";
import { useFilterFields } from "./use-filter-fields";
import { useFilterWords } from "./use-filter-words";

type FilterProps = { entity: Entity; value: Filter | null; onChange: (filter: Filter | null) => void };

/** A button that opens the filter's editor: a popover, on phones a sheet. */
export function FilterButton({ entity, value, onChange }: FilterProps) {
  const t = useTranslations("filter");
  const phone = useIsPhone();
  const count = value ? leavesOf(value).length : 0;
  const button = (
    <Button aria-label={count > 0 ? t("openCount", { count }) : t("open")}>
      <ListFilter />
      {t("open")}
      {count > 0 && <Badge tone="accent">{count}</Badge>}
    </Button>
  );
  const editor = <SlowBuilder entity={entity} value={value} onChange={onChange} />;
  if (phone) {
    return (
      <Sheet>
        <SheetTrigger asChild>{button}</SheetTrigger>
        <SheetContent title={t("title")}>{editor}</SheetContent>
      </Sheet>
    );
  }
  return (
    <Popover>
      <PopoverTrigger asChild>{button}</PopoverTrigger>
      <PopoverContent
        aria-label={t("title")}
        className="max-h-(--radix-popover-content-available-height) w-176 overflow-y-auto"
      >
        {editor}
      </PopoverContent>
    </Popover>
  );
}

/** What is asked, in words, a chip a question; a chip is taken away by its cross. */
export function FilterChips({ entity, value, onChange, broken }: FilterProps & { broken?: boolean }) {
  const t = useTranslations("filter");
  const { fields, pending } = useFilterFields(entity);
  const words = useFilterWords(fields, value);
  if (broken) {
    return (
      <InlineAlert
        tone="warn"
        className="w-full"
        action={
          <Button size="sm" variant="ghost" onClick={() => onChange(null)}>
            {t("clear")}
          </Button>
        }
      >
        {t("broken")}
      </InlineAlert>
    );
  }
  if (!value || pending) return null;
  const parts = "and" in value ? value.and : [value];
  const without = (place: number): Filter | null => {
    const left = parts.toSpliced(place, 1);
    return left.length > 1 ? { and: left } : (left[0] ?? null);
  };
  return (
    <ul aria-label={t("asked")} className="flex flex-wrap items-center gap-1.5">
      {parts.map((part, place) => (
        <li
          key={JSON.stringify(part)}
          className="flex max-w-full items-center gap-1 rounded-md bg-accent-soft py-0.5 pr-0.5 pl-2 text-sm text-accent-text"
        >
          <span className="truncate">{words.whole(part)}</span>
          <button
            type="button"
            aria-label={t("remove", { field: words.whole(part) })}
            onClick={() => onChange(without(place))}
            className="grid size-5 shrink-0 place-items-center rounded-sm hover:bg-ink/10 max-md:size-8 [&_svg]:size-3.5"
          >
            <X />
          </button>
        </li>
      ))}
      <li>
        <Button size="sm" variant="ghost" onClick={() => onChange(null)}>
          {t("clear")}
        </Button>
      </li>
    </ul>
  );
}

// The list behind follows a pause in typing, not every letter.
function SlowBuilder({ entity, value, onChange }: FilterProps) {
  const [waiting, setWaiting] = useState<{ filter: Filter | null } | null>(null);
  const tell = useEffectEvent(() => {
    if (waiting) onChange(waiting.filter);
    setWaiting(null);
  });
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => tell(), 250);
    return () => clearTimeout(timer);
  }, [waiting]);
  // Closed before the pause was over: what was asked holds all the same.
  const close = useEffectEvent(() => waiting && onChange(waiting.filter));
  useEffect(() => () => void close(), []);
  return (
    <FilterBuilder
      entity={entity}
      value={waiting ? waiting.filter : value}
      onChange={(filter) => setWaiting({ filter })}
    />
  );
}
