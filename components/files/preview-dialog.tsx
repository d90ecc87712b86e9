"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Spinner } from "@/components/ui/spinner";
import type { FileVersion } from "@/server/files/contract";
import { useFileAddress } from "./file-address";

type PreviewDialogProps = { file: { id: string; name: string }; version: FileVersion; onClose: () => void };

/** A picture or a PDF, looked at without saving it. */
export function PreviewDialog({ file, version, onClose }: PreviewDialogProps) {
  const t = useTranslations("files");
  const address = useFileAddress();
  const save = (
    <Button asChild>
      <a href={address.saved(file.id, version.number)} download={file.name}>
        <Download />
        {t("download")}
      </a>
    </Button>
  );
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent title={<span className="break-words">{file.name}</span>} size="xl" footer={save}>
        <Preview file={file} version={version} />
      </DialogContent>
    </Dialog>
  );
}

function Preview({ file, version }: Omit<PreviewDialogProps, "onClose">) {
  const t = useTranslations("files");
  const { shown } = useFileAddress();
  const [state, setState] = useState<"loading" | "here" | "broken">("loading");
  const source = shown(file.id, version.number);
  if (state === "broken") return <p className="py-10 text-center text-ink-muted">{t("noPreview")}</p>;
  if (version.mediaType === "application/pdf")
    return <iframe title={file.name} src={source} className="h-[70dvh] w-full rounded-md border bg-sunken" />;
  return (
    <div className="grid min-h-40 place-items-center rounded-md bg-sunken">
      {state === "loading" && <Spinner className="absolute" />}
      {/* It is private, and shown as it was sent. */}
      {/* oxlint-disable-next-line nextjs/no-img-element */}
      <img
        src={source}
        alt={file.name}
        onLoad={() => setState("here")}
        onError={() => setState("broken")}
        className="max-h-[70dvh] max-w-full object-contain"
      />
    </div>
  );
}
