"use client";

import { useTranslations } from "next-intl";
import { InlineAlert } from "@/components/ui/inline-alert";
import type { RunDetailsView } from "@/server/operations/contract";
import { FaultNote } from "./fault-note";
import { useFaultText } from "./fault-text";
import { elapsed, useTimes } from "./times";

/** Where a run stands, in a sentence, and what an operator can do about it. */
export function Situation({ run }: { run: RunDetailsView }) {
  const t = useTranslations("ops.situation");
  const times = useTimes();
  const faultText = useFaultText();
  const isOfStep = run.steps.some(({ fault }) => fault?.message === run.fault?.message);
  const took = times.span(elapsed(run.startedAt ?? run.createdAt, run.endedAt, run.now) ?? 0);
  const when = run.nextAt ? times.relative(run.nextAt, run.now) : "";
  switch (run.phase) {
    case "completed":
      return <InlineAlert tone="ok">{t("completed", { took })}</InlineAlert>;
    case "cancelled":
      return <InlineAlert>{t("cancelled", { took })}</InlineAlert>;
    case "failed":
      return (
        <div className="flex flex-col gap-2">
          <InlineAlert tone="danger" title={t("failed", { took })}>
            {run.fault && <p className="mb-1 font-medium break-words">{faultText(run.fault)}</p>}
            <p>{t("failedText")}</p>
          </InlineAlert>
          {run.fault?.stack && !isOfStep && <FaultNote fault={run.fault} />}
        </div>
      );
    case "retrying":
      return (
        <div className="flex flex-col gap-2">
          <InlineAlert tone="warn" title={t("retrying", { when })}>
            {run.maxAttempts === null
              ? t("attemptsFailed", { count: run.failures })
              : t("attemptsFailedOf", { count: run.failures, most: run.maxAttempts })}
          </InlineAlert>
          {run.fault && !isOfStep && <FaultNote fault={run.fault} />}
        </div>
      );
    case "running":
      return <InlineAlert>{t("running")}</InlineAlert>;
    case "waiting":
      return <InlineAlert>{run.nextAt ? t("waitingUntil", { when }) : t("waiting")}</InlineAlert>;
    case "queued":
      return (
        <InlineAlert>
          {run.nextAt && run.nextAt > run.now ? t("startsAt", { when }) : t("queued")}
        </InlineAlert>
      );
  }
}
