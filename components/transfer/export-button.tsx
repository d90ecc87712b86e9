"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useMay } from "@/components/workspace/workspace";
import { ExportDialog, type ExportDialogProps } from "./export-dialog";

/** Opens the export of a list, for whoever may export its records. */
export function ExportButton(props: Omit<ExportDialogProps, "open" | "onOpenChange">) {
  const t = useTranslations("transfer.export");
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may(`${props.entity}.export`)) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-label={t("action")}>
        <Download />
        <span className="max-md:hidden">{t("action")}</span>
      </Button>
      {open && <ExportDialog {...props} open={open} onOpenChange={setOpen} />}
    </>
  );
}
