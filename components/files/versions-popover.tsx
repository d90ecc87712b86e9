"use client";

import { Download, Eye, History } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDirectory } from "@/components/deals/use-directory";
import { Button } from "@/components/ui/button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { useDates } from "@/components/workspace/dates";
import type { FileInfo, FileVersion } from "@/server/files/contract";
import { useFileAddress } from "./file-address";
import { useFileSize } from "./file-size";

type VersionsPopoverProps = { file: FileInfo; onPreview: (version: FileVersion) => void };

/** Every version of a file: when, by whom, and the bytes as they were. */
export function VersionsPopover({ file, onPreview }: VersionsPopoverProps) {
  const t = useTranslations("files");
  const { saved } = useFileAddress();
  const { moment } = useDates();
  const size = useFileSize();
  const directory = useDirectory();
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button variant="ghost" size="sm" aria-label={t("versionsOf", { name: file.name })}>
          <History />
          {t("versions", { count: file.versions.length })}
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" aria-label={t("versionsOf", { name: file.name })} className="w-80">
        <ul className="flex max-h-80 flex-col overflow-y-auto">
          {file.versions.map((version) => (
            <li key={version.number} className="flex items-center gap-1 py-1">
              <div className="min-w-0 flex-1">
                <p className="font-medium">{t("version", { number: version.number })}</p>
                <p className="text-sm text-ink-muted">
                  {[moment(version.createdAt), directory.member(version.uploadedBy), size(version.size)]
                    .filter(Boolean)
                    .join(" · ")}
                </p>
              </div>
              {version.inline && (
                <Button
                  variant="ghost"
                  size="icon-sm"
                  aria-label={t("showVersion", { number: version.number })}
                  onClick={() => onPreview(version)}
                >
                  <Eye />
                </Button>
              )}
              <Button asChild variant="ghost" size="icon-sm">
                <a
                  href={saved(file.id, version.number)}
                  download={file.name}
                  aria-label={t("downloadVersion", { number: version.number })}
                >
                  <Download />
                </a>
              </Button>
            </li>
          ))}
        </ul>
      </PopoverContent>
    </Popover>
  );
}
