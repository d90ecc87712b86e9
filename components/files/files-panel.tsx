"use client";

import { Paperclip } from "lucide-react";
import { useTranslations } from "next-intl";
import { requestIdOf } from "@/components/api/refusal";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { DropZone } from "./drop-zone";
import { FileRow } from "./file-row";
import { UploadRow } from "./upload-row";
import { useFiles } from "./use-files";
import { useUploads } from "./use-uploads";

type FilesPanelProps = { recordId: string; mayEdit: boolean };

/** The files of a record, the newest first, and the way to add more. */
export function FilesPanel({ recordId, mayEdit }: FilesPanelProps) {
  const t = useTranslations("files");
  const { query, refresh, rename, remove } = useFiles(recordId);
  const { uploads, start, cancel, retry } = useUploads(refresh);
  const files = query.data ?? [];
  const list = (
    <>
      {uploads.length > 0 && (
        <ul aria-label={t("underWay")} className="flex flex-col">
          {uploads.map((upload) => (
            <UploadRow
              key={upload.id}
              upload={upload}
              onCancel={() => cancel(upload.id)}
              onRetry={() => retry(upload)}
            />
          ))}
        </ul>
      )}
      {query.isPending && <SkeletonRows rows={3} />}
      {query.isError && !query.data && (
        <ErrorState requestId={requestIdOf(query.error)} onRetry={() => void query.refetch()} />
      )}
      {query.data?.length === 0 && uploads.length === 0 && (
        <EmptyState
          icon={<Paperclip />}
          title={t("empty")}
          text={mayEdit ? t("emptyText") : undefined}
          className="py-6"
        />
      )}
      {files.length > 0 && (
        <ul aria-label={t("label")} className="flex flex-col">
          {files.map((file) => (
            <FileRow
              key={file.id}
              file={file}
              acts={
                mayEdit
                  ? {
                      addVersion: (chosen) => start([chosen], { fileId: file.id }),
                      rename: (name) => rename(file, name),
                      remove: () => void remove(file),
                    }
                  : null
              }
            />
          ))}
        </ul>
      )}
    </>
  );
  if (!mayEdit) return <div className="flex flex-col gap-3">{list}</div>;
  return <DropZone onFiles={(chosen) => start(chosen, { recordId })}>{list}</DropZone>;
}
