"use client";

import { Paperclip, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { useFileAddress } from "./file-address";
import { pickFiles } from "./pick-files";
import { UploadRow } from "./upload-row";
import { useUploads } from "./use-uploads";

/** As a custom field of type `file` holds it. */
export type FileValue = { id: string; name: string };

/** So many files one field holds. */
const most = 20;

type FileFieldProps = {
  value: unknown;
  /** The list as the API takes it; null for none. */
  onChange: (value: FileValue[] | null) => void;
  /** The record the files are of; null while its form is not saved. */
  recordId: string | null;
} & Pick<ComponentProps<"button">, "id" | "disabled" | "aria-invalid" | "aria-describedby">;

/** The control of a custom field that holds files. */
export function FileField({ value, onChange, recordId, disabled, ...control }: FileFieldProps) {
  const t = useTranslations("files");
  const { saved } = useFileAddress();
  const files = filesOf(value);
  const arrived = useRef<FileValue[]>([]);
  const { uploads, start, cancel, retry } = useUploads(({ id, name }) => {
    arrived.current.push({ id, name });
  });
  const underWay = uploads.some((upload) => upload.error === null);
  // Files chosen together are saved together: one answer would else be overtaken by the next.
  useEffect(() => {
    if (underWay || arrived.current.length === 0) return;
    onChange([...filesOf(value), ...arrived.current]);
    arrived.current = [];
  }, [underWay, value, onChange]);
  const room = most - files.length - uploads.length;
  const remove = (id: string) => {
    const left = files.filter((one) => one.id !== id);
    onChange(left.length > 0 ? left : null);
  };
  return (
    <div className="flex min-w-0 flex-col items-start gap-1">
      <ul className="flex w-full flex-col empty:hidden">
        {files.map(({ id, name }) => (
          <li key={id} className="flex min-w-0 items-center gap-1">
            <a
              href={saved(id, "newest")}
              download={name}
              className="min-w-0 flex-1 truncate px-2.5 py-1 text-accent-text underline-offset-3 hover:underline"
            >
              {name}
            </a>
            {!disabled && (
              <Button
                variant="ghost"
                size="icon-sm"
                aria-label={t("detach", { name })}
                onClick={() => remove(id)}
              >
                <X />
              </Button>
            )}
          </li>
        ))}
        {uploads.map((upload) => (
          <UploadRow
            key={upload.id}
            upload={upload}
            onCancel={() => cancel(upload.id)}
            onRetry={() => retry(upload)}
          />
        ))}
      </ul>
      {!disabled && room > 0 && (
        <Button
          {...control}
          variant="ghost"
          size="sm"
          onClick={() =>
            pickFiles({ multiple: room > 1 }, (chosen) => start(chosen.slice(0, room), { recordId }))
          }
        >
          <Paperclip />
          {t("attach")}
        </Button>
      )}
    </div>
  );
}

/** The files of a field's value; none for data of another shape. */
export function filesOf(value: unknown): FileValue[] {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (one): one is FileValue => typeof one === "object" && one !== null && "id" in one && "name" in one,
  );
}
