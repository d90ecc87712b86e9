"use client";

import { Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { type DragEvent, type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { pickFiles } from "./pick-files";

/** Takes files that are dropped anywhere on what is inside, or chosen by its button. */
export function DropZone({ onFiles, children }: { onFiles: (files: File[]) => void; children: ReactNode }) {
  const t = useTranslations("files");
  const [over, setOver] = useState(false);
  const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");
  const onDrop = (event: DragEvent) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  const onDragOver = (event: DragEvent) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    setOver(true);
  };
  return (
    // Dropping is one way of two: the button does the same from a keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      aria-label={t("label")}
      onDrop={onDrop}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      className="flex flex-col gap-3"
    >
      <div
        className={cn(
          "flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-dashed border-line-strong px-3 py-2.5",
          over && "border-accent bg-accent-soft",
        )}
      >
        <Button size="sm" onClick={() => pickFiles({ multiple: true }, onFiles)}>
          <Upload />
          {t("add")}
        </Button>
        <span className={cn("text-sm text-ink-muted max-md:hidden", over && "text-accent-text")}>
          {t("drop")}
        </span>
      </div>
      {children}
    </section>
  );
}
