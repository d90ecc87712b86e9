"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { ImportStatus } from "@/server/transfer/contract";

const tones = {
  uploaded: "neutral",
  checking: "accent",
  mapped: "neutral",
  running: "accent",
  done: "ok",
  failed: "danger",
  cancelled: "warn",
  undoing: "accent",
  undone: "neutral",
} as const satisfies Record<ImportStatus, string>;

/** Where an import stands. */
export function StatusBadge({ status }: { status: ImportStatus }) {
  const t = useTranslations("transfer.status");
  return <Badge tone={tones[status]}>{t(status)}</Badge>;
}
