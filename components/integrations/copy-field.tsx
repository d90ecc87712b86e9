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
  const shared = { readOnly: true, value, "aria-label": label, spellCheck: false };
  return (
    <div className="flex min-w-0 items-start gap-2 rounded-md bg-sunken py-1.5 pr-1.5 pl-3">
      {wrap ? (
        <textarea {...shared} rows={2} className={cn(text, "field-sizing-content resize-none break-all")} />
      ) : (
        <input {...shared} className={cn(text, "h-7")} />
      )}
      <Button size="sm" onClick={() => void copy()}>
        {copied ? <Check /> : <Copy />}
        {t(copied ? "copied" : "copy")}
      </Button>
    </div>
  );
}

const text = "min-w-0 flex-1 self-center bg-transparent font-mono text-sm outline-offset-4";
