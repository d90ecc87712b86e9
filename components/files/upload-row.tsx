"use client";

import { RotateCw, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRefusals } from "@/components/api/refusal";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { FileIcon } from "./file-icon";
import { useFileSize } from "./file-size";
import type { UploadState } from "./use-uploads";

type UploadRowProps = { upload: UploadState; onCancel: () => void; onRetry: () => void };

/** A file on its way: how far it is, or why it did not get through. */
export function UploadRow({ upload, onCancel, onRetry }: UploadRowProps) {
  const t = useTranslations("files");
  const { say, fields } = useRefusals();
  const size = useFileSize();
  const { file, sent, error } = upload;
  const failed = error !== null;
  const whole = sent >= file.size && file.size > 0;
  return (
    <li className="flex items-center gap-2.5 py-1.5">
      <FileIcon name={file.name} />
      <div className="min-w-0 flex-1">
        <p className="truncate">{file.name}</p>
        {failed ? (
          <p role="alert" className="text-sm text-danger-text">
            {fields(error).name ? t("badName") : say(error)}
          </p>
        ) : (
          <div className="flex items-center gap-2">
            <Progress
              value={sent}
              max={Math.max(1, file.size)}
              label={t("uploading", { name: file.name })}
              className="max-w-48"
            />
            <span className="tabular shrink-0 text-sm text-ink-muted">
              {whole
                ? t("storing")
                : t("sent", { sent: size(Math.min(sent, file.size)), size: size(file.size) })}
            </span>
          </div>
        )}
      </div>
      {failed && (
        <Button variant="ghost" size="icon-sm" aria-label={t("retry", { name: file.name })} onClick={onRetry}>
          <RotateCw />
        </Button>
      )}
      <Button
        variant="ghost"
        size="icon-sm"
        aria-label={t(failed ? "dismiss" : "cancel", { name: file.name })}
        onClick={onCancel}
      >
        <X />
      </Button>
    </li>
  );
}
