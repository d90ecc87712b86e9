"use client";

import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { cn } from "./cn";
import { GroupInput, InputGroup } from "./input";

const pauseMs = 250;

type SearchBoxProps = {
  label: string;
  /** What is searched for, as the address says it. */
  value: string;
  /** Told after a pause in typing, not of every letter. */
  onSearch: (text: string) => void;
  className?: string;
};

/** Words to search by; Escape or the cross empties it. */
export function SearchBox({ label, value, onSearch, className }: SearchBoxProps) {
  const t = useTranslations("ui.searchBox");
  const [text, setText] = useState(value);
  const apply = useEffectEvent(() => {
    if (text !== value) onSearch(text);
  });
  useEffect(() => {
    const timer = setTimeout(() => apply(), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  const [applied, setApplied] = useState(value);
  if (applied !== value) {
    setApplied(value);
    setText(value);
  }
  return (
    <InputGroup
      className={cn("max-md:w-full", className)}
      before={<Search aria-hidden />}
      after={
        text !== "" && (
          <button
            type="button"
            aria-label={t("clear")}
            onClick={() => setText("")}
            className="hover:text-ink"
          >
            <X />
          </button>
        )
      }
    >
      <GroupInput
        type="search"
        aria-label={label}
        placeholder={label}
        maxLength={200}
        className="[&::-webkit-search-cancel-button]:hidden"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && setText("")}
      />
    </InputGroup>
  );
}
