"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Progress } from "@/components/ui/progress";
import { Figures } from "./figures";
import { type ImportPage, useSteering } from "./use-import";

/** An import on its way in, or back out. */
export function RunPanel({ page: { job } }: { page: ImportPage }) {
  const t = useTranslations("transfer");
  const { cancel } = useSteering(job.id);
  const undoing = job.status === "undoing";
  const total = job.check?.total ?? job.counts.rows;
  const { created, updated, skipped, rejected, rows } = job.counts;
  return (
    <Card aria-live="polite">
      <CardHeader
        title={t(undoing ? "run.undoing" : "run.running")}
        text={undoing ? undefined : t("run.progress", { done: rows, total })}
        actions={
          !undoing && (
            <Button pending={cancel.isPending} onClick={() => cancel.mutate({ importId: job.id })}>
              {t("run.cancel")}
            </Button>
          )
        }
      />
      {!undoing && (
        <>
          <Progress value={rows} max={Math.max(total, 1)} label={t("run.running")} className="mb-4" />
          <Figures
            figures={[
              { label: t("report.created"), value: created, tone: "ok" },
              { label: t("report.updated"), value: updated },
              { label: t("report.skipped"), value: skipped },
              { label: t("report.rejected"), value: rejected, tone: "danger" },
            ]}
          />
        </>
      )}
    </Card>
  );
}
