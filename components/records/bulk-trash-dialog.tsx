"use client";

import { useTranslations } from "next-intl";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { BulkDialogProps } from "./bulk-dialog-props";

/** Asks before many records go to the trash. */
export function BulkTrashDialog({ count, start, pending, onClose }: BulkDialogProps) {
  const t = useTranslations("records.bulk");
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("trashTitle", { count })}
      text={t("trashText")}
      confirmLabel={t("action.trash")}
      danger
      pending={pending}
      onConfirm={() => void start({ type: "trash" }).then((begun) => begun && onClose())}
    />
  );
}
