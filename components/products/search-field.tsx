"use client";

import { Search } from "lucide-react";
import { useEffect, useEffectEvent, useState } from "react";
import { GroupInput, InputGroup } from "@/components/ui/input";

type SearchFieldProps = { value: string; onSearch: (text: string) => void; label: string };

/** A search box whose words apply after a pause in typing. */
export function SearchField({ value, onSearch, label }: SearchFieldProps) {
  const [text, setText] = useState(value);
  const apply = useEffectEvent(() => {
    if (text !== value) onSearch(text);
  });
  useEffect(() => {
    const timer = setTimeout(() => apply(), 250);
    return () => clearTimeout(timer);
  }, [text]);
  const [applied, setApplied] = useState(value);
  if (applied !== value) {
    setApplied(value);
    setText(value);
  }
  return (
    <InputGroup className="w-72 max-md:w-full" before={<Search aria-hidden />}>
      <GroupInput
        type="search"
        aria-label={label}
        placeholder={label}
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && setText("")}
      />
    </InputGroup>
  );
}
