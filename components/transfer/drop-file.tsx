"use client";

import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { type DragEvent, useId, useState } from "react";
import { buttonVariants } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Progress } from "@/components/ui/progress";
import { useRowsAre } from "./use-rows-are";
import { useUpload } from "./use-upload";

/** Where a file is dropped or chosen. */
export function DropFile() {
  const t = useTranslations("transfer.upload");
  const id = useId();
  const { upload, send } = useUpload();
  const { rowsAre, listName } = useRowsAre();
  const words = useTranslations("transfer");
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const [file] = files ?? [];
    if (file && !upload) void send(file, rowsAre);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    // What is dropped can be chosen with the button inside as well.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      aria-labelledby={`${id}-title`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cn(
        "flex flex-col items-center rounded-lg border border-dashed border-line-strong bg-surface px-6 py-10 text-center transition-colors",
        over && "border-accent bg-accent-soft",
      )}
    >
      <div
        aria-hidden
        className="mb-3 grid size-11 place-items-center rounded-xl bg-accent-soft text-accent-text"
      >
        <FileUp className="size-5" />
      </div>
      <h2 id={`${id}-title`} className="text-lg font-semibold">
        {upload ? t("uploading", { name: upload.name }) : t("title")}
      </h2>
      <p className="mt-1 text-ink-muted">
        {rowsAre && (
          <span className="font-medium text-ink">
            {t("into", { what: listName ?? words(`entity.${rowsAre.entity}`) })}{" "}
          </span>
        )}
        {t("text")}
      </p>
      {upload ? (
        <Progress
          value={upload.share}
          max={1}
          label={t("uploading", { name: upload.name })}
          className="mt-4 max-w-60"
        />
      ) : (
        <label
          className={cn(
            buttonVariants({ variant: "primary" }),
            "mt-4 cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
          )}
        >
          {t("choose")}
          <input
            type="file"
            accept=".csv,.tsv,.txt,.xlsx,.xls,.jsonl,text/csv"
            className="sr-only"
            onChange={(event) => {
              take(event.target.files);
              event.target.value = "";
            }}
          />
        </label>
      )}
    </section>
  );
}
