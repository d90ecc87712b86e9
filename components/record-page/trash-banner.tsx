"use client";

import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { InlineAlert } from "@/components/ui/inline-alert";
import { useDates } from "@/components/workspace/dates";
import { useMay } from "@/components/workspace/workspace";
import type { RecordData } from "@/server/crm/records/contract";
import { useTrash } from "./record-menu";

/** Says that a record is in the trash, and brings it back. */
export function TrashBanner({ record }: { record: RecordData }) {
  const t = useTranslations("record.trash");
  const { moment } = useDates();
  const may = useMay();
  const { restore, pending } = useTrash(record);
  if (!record.deletedAt) return null;
  return (
    <InlineAlert
      tone="warn"
      title={t("title")}
      className="mb-4"
      action={
        may(`${record.entity}.delete`, record) && (
          <Button size="sm" pending={pending} onClick={() => void restore()}>
            <RotateCcw />
            {t("restore")}
          </Button>
        )
      }
    >
      {t("since", { moment: moment(record.deletedAt) })}
    </InlineAlert>
  );
}
