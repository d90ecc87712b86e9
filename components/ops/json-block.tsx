"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { Readable } from "@/server/operations/contract";

/** A value as it was stored, to read and to copy. */
export function JsonBlock({ value, label }: { value: Readable; label: string }) {
  const t = useTranslations("ops.json");
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value.text);
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  };
  return (
    <div className="relative min-w-0">
      <pre
        // A long value scrolls, which a keyboard can do only in focus.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={label}
        className="max-h-80 overflow-auto rounded-md bg-sunken p-3 pr-11 text-sm break-words whitespace-pre-wrap"
      >
        {value.text}
      </pre>
      <Button
        variant="ghost"
        size="icon-sm"
        className="absolute top-1 right-1"
        aria-label={t(copied ? "copied" : "copy")}
        onClick={() => void copy()}
      >
        {copied ? <Check /> : <Copy />}
      </Button>
      {value.cut && <p className="mt-1 text-sm text-ink-muted">{t("cut")}</p>}
    </div>
  );
}
