"use client";

import { Download, Ellipsis, FileUp, Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDirectory } from "@/components/deals/use-directory";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { useDates } from "@/components/workspace/dates";
import type { FileInfo, FileVersion } from "@/server/files/contract";
import { useFileAddress } from "./file-address";
import { FileIcon } from "./file-icon";
import { useFileSize } from "./file-size";
import { pickFiles } from "./pick-files";
import { PreviewDialog } from "./preview-dialog";
import { RenameDialog } from "./rename-dialog";
import { VersionsPopover } from "./versions-popover";

type FileRowProps = {
  file: FileInfo;
  /** How it is changed; null where it is only looked at. */
  acts: {
    addVersion: (file: File) => void;
    rename: (name: string) => Promise<void>;
    remove: () => void;
  } | null;
};

/** A file: looked at or saved by its name, and what else is done with it. */
export function FileRow({ file, acts }: FileRowProps) {
  const t = useTranslations("files");
  const { saved } = useFileAddress();
  const { day, moment } = useDates();
  const size = useFileSize();
  const directory = useDirectory();
  const [previewed, setPreviewed] = useState<FileVersion | null>(null);
  const [renaming, setRenaming] = useState(false);
  const [newest] = file.versions;
  if (!newest) return null;
  const name = "block max-w-full truncate text-left font-medium hover:underline underline-offset-3";
  return (
    <li className="flex items-center gap-2.5 rounded-md py-1.5">
      <FileIcon name={file.name} />
      <div className="min-w-0 flex-1">
        {newest.inline ? (
          <button type="button" className={name} onClick={() => setPreviewed(newest)}>
            {file.name}
          </button>
        ) : (
          <a href={saved(file.id, newest.number)} download={file.name} className={name}>
            {file.name}
          </a>
        )}
        <p className="truncate text-sm text-ink-muted" title={moment(newest.createdAt)}>
          {[size(newest.size), day(newest.createdAt), directory.member(newest.uploadedBy)]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
      {file.versions.length > 1 && <VersionsPopover file={file} onPreview={setPreviewed} />}
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon-sm" aria-label={t("menu", { name: file.name })}>
            <Ellipsis />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem asChild>
            <a href={saved(file.id, newest.number)} download={file.name}>
              <Download />
              {t("download")}
            </a>
          </DropdownMenuItem>
          {acts && (
            <>
              <DropdownMenuItem
                onSelect={() =>
                  pickFiles({ multiple: false }, ([chosen]) => {
                    if (chosen) acts.addVersion(chosen);
                  })
                }
              >
                <FileUp />
                {t("newVersion")}
              </DropdownMenuItem>
              <DropdownMenuItem onSelect={() => setRenaming(true)}>
                <Pencil />
                {t("rename")}
              </DropdownMenuItem>
              <DropdownMenuSeparator />
              <DropdownMenuItem variant="danger" onSelect={acts.remove}>
                <Trash2 />
                {t("remove")}
              </DropdownMenuItem>
            </>
          )}
        </DropdownMenuContent>
      </DropdownMenu>
      {previewed && <PreviewDialog file={file} version={previewed} onClose={() => setPreviewed(null)} />}
      {renaming && acts && (
        <RenameDialog name={file.name} onRename={acts.rename} onClose={() => setRenaming(false)} />
      )}
    </li>
  );
}
