"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useState } from "react";
import { cn } from "@/components/ui/cn";

type InlineTextProps = {
  value: string;
  label: string;
  maxLength: number;
  /** Resolves when it was saved; what was typed stays on screen until then. */
  onSave: (value: string) => Promise<unknown>;
  error?: string | undefined;
  className?: string;
};

/** A text that is edited where it stands: Enter or leaving saves, Escape takes the edit back. */
export function InlineText({ value, label, maxLength, onSave, error, className }: InlineTextProps) {
  const t = useTranslations("errors.field");
  const errorId = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const blank = draft !== null && draft.trim() === "";
  const wrong = blank ? t("required") : draft === null ? undefined : error;

  const save = () => {
    const text = draft?.trim();
    if (text === undefined || text === "") return;
    if (text === value) return setDraft(null);
    onSave(text).then(
      () => setDraft(null),
      () => undefined,
    );
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter") event.currentTarget.blur();
    if (event.key !== "Escape") return;
    event.stopPropagation();
    setDraft(null);
  };
  return (
    <div className="min-w-0 flex-1">
      <input
        aria-label={label}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? errorId : undefined}
        value={draft ?? value}
        maxLength={maxLength}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={save}
        onKeyDown={onKeyDown}
        className={cn(
          "control truncate border-transparent bg-transparent px-1.5 hover:border-line-strong focus:bg-surface",
          className,
        )}
      />
      {wrong && (
        <p id={errorId} role="alert" className="px-1.5 text-sm text-danger-text">
          {wrong}
        </p>
      )}
    </div>
  );
}
