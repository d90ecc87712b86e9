"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Calendar } from "@/components/ui/date-picker";
import { Input } from "@/components/ui/input";
import { Popover, PopoverAnchor, PopoverContent } from "@/components/ui/popover";
import { useDates } from "@/components/workspace/dates";
import { instantIn } from "./cell-value";

type MomentEditorProps = {
  field: { label: string; required: boolean };
  draft: unknown;
  onSave: (value: unknown, more?: { next?: boolean }) => void;
  onCancel: () => void;
};

/** A day and its time in a cell, in the workspace's time zone. */
export function MomentEditor({ field, draft, onSave, onCancel }: MomentEditorProps) {
  const t = useTranslations("records.cell");
  const words = useTranslations("ui.date");
  const { toDay, clock, atClock, onDay, shortMoment } = useDates();
  const [value, setValue] = useState(instantIn(draft));
  const day = toDay(value);
  const label = t("edit", { field: field.label });
  return (
    <Popover open onOpenChange={(open) => !open && onSave(value)}>
      <PopoverAnchor asChild>
        <div className="control flex h-8! items-center rounded-sm!">{value && shortMoment(value)}</div>
      </PopoverAnchor>
      <PopoverContent
        aria-label={label}
        className="p-2"
        onEscapeKeyDown={(event) => {
          event.preventDefault();
          event.stopPropagation();
          onCancel();
        }}
      >
        <Calendar value={day} onValueChange={(next) => setValue(onDay(next, value))} />
        <form
          className="mt-1 flex items-center gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            onSave(value);
          }}
        >
          <Input
            type="time"
            aria-label={t("time")}
            disabled={!day}
            value={value ? clock(value) : ""}
            onChange={({ target }) => day && target.value && setValue(atClock(day, target.value))}
            className="w-26!"
          />
          {value && !field.required && (
            <Button variant="ghost" size="sm" onClick={() => onSave(null)}>
              {words("clear")}
            </Button>
          )}
          <Button variant="primary" size="sm" type="submit" className="ml-auto">
            {t("done")}
          </Button>
        </form>
      </PopoverContent>
    </Popover>
  );
}
