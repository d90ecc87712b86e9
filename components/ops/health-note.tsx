"use client";

import { useTranslations } from "next-intl";
import { InlineAlert } from "@/components/ui/inline-alert";
import type { Overview } from "@/server/operations/contract";
import { useTimes } from "./times";

const slowMs = 5_000;
const stuckMs = 60_000;

/** In a sentence, whether work is taken up in time. */
export function HealthNote({ overview: { lagMs, running, functions } }: { overview: Overview }) {
  const t = useTranslations("ops.health");
  const times = useTimes();
  const lag = times.span(lagMs);
  if (functions === 0) return <InlineAlert tone="warn">{t("noFunctions")}</InlineAlert>;
  if (lagMs >= stuckMs && running === 0)
    return <InlineAlert tone="danger">{t("stopped", { lag })}</InlineAlert>;
  if (lagMs >= stuckMs) return <InlineAlert tone="danger">{t("stuck", { lag })}</InlineAlert>;
  if (lagMs >= slowMs) return <InlineAlert tone="warn">{t("slow", { lag })}</InlineAlert>;
  return <InlineAlert tone="ok">{t("well")}</InlineAlert>;
}
