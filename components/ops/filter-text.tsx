"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { GroupInput, InputGroup } from "@/components/ui/input";

type FilterTextProps = {
  label: string;
  className?: string;
  value: string;
  onChange: (value: string | null) => void;
};

const pauseMs = 400;

/** A text to look for: taken when typing pauses, and at once on Enter. */
export function FilterText({ label, className, value, onChange }: FilterTextProps) {
  const t = useTranslations("ops.filter");
  const [draft, setDraft] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setDraft(value);
  }
  const take = (text: string) => {
    if (text.trim() !== value) onChange(text.trim() || null);
  };
  useEffect(() => {
    const timer = setTimeout(() => take(draft), pauseMs);
    return () => clearTimeout(timer);
  });
  return (
    <InputGroup
      className={className}
      after={
        draft && (
          <button
            type="button"
            aria-label={t("clear", { field: label })}
            onClick={() => {
              setDraft("");
              take("");
            }}
          >
            <X />
          </button>
        )
      }
    >
      <GroupInput
        aria-label={label}
        placeholder={label}
        value={draft}
        maxLength={200}
        spellCheck={false}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => event.key === "Enter" && take(draft)}
      />
    </InputGroup>
  );
}
