"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";

/** A value to be copied, whole: a key, a link, a piece of code. */
export function CopyField({ value, label, wrap }: { value: string; label: string; wrap?: boolean }) {
  const t = useTranslations("integrations");
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 1_500);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
  };
  return (
    <div className="flex min-w-0 items-start gap-2 rounded-md bg-sunken py-1.5 pr-1.5 pl-3">
      <code
        // A long value scrolls, which a keyboard can do only in focus.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="textbox"
        aria-readonly
        aria-label={label}
        className={cn(
          "min-w-0 flex-1 self-center font-mono text-sm select-all",
          wrap ? "break-all whitespace-pre-wrap" : "overflow-x-auto whitespace-nowrap",
        )}
      >
        {value}
      </code>
      <Button size="sm" onClick={() => void copy()}>
        {copied ? <Check /> : <Copy />}
        {t(copied ? "copied" : "copy")}
      </Button>
    </div>
  );
}
