"use client";

import { Download, FileUp, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { InlineAlert } from "@/components/ui/inline-alert";
import { Link } from "@/components/ui/link";
import { useWorkspace } from "@/components/workspace/workspace";
import type { Importable } from "@/server/transfer/contract";
import { Figures } from "./figures";
import { type ImportPage, useSteering } from "./use-import";
import { useFaults } from "./use-upload";

/** Where imported records are looked at. */
const places: Record<Importable, string> = {
  deal: "deals?view=list",
  lead: "leads?view=list",
  contact: "contacts",
  company: "companies",
  product: "products",
  list_item: "lists",
};

/** What an import came to, its rejected rows, and the way back. */
export function ReportPanel({ page }: { page: ImportPage }) {
  const t = useTranslations("transfer");
  const say = useFaults();
  const { slug } = useWorkspace();
  const { job, kept } = page;
  const { start } = useSteering(job.id);
  const { created, updated, skipped, rejected } = job.counts;
  const seconds = tookSeconds(job.startedAt, job.finishedAt);
  return (
    <>
      <Card>
        <CardHeader
          title={job.status === "undone" ? t("report.undone") : t("report.title")}
          text={seconds === null ? undefined : t("report.took", { seconds })}
        />
        {job.status === "failed" && (
          <InlineAlert tone="danger" className="mb-3">
            {t("run.failed")} {job.fault && say({ code: job.fault.code, data: {} })}
          </InlineAlert>
        )}
        {job.status !== "undone" && (
          <Figures
            figures={[
              { label: t("report.created"), value: created, tone: "ok" },
              { label: t("report.updated"), value: updated },
              { label: t("report.skipped"), value: skipped },
              { label: t("report.rejected"), value: rejected, tone: "danger" },
            ]}
          />
        )}
        <div className="mt-4 flex flex-wrap gap-2">
          {job.status === "done" && (
            <Button asChild variant="primary">
              <Link href={`/${slug}/${job.listId ? `lists/${job.listId}` : places[job.entity]}`}>
                {t("report.open", { entity: t(`entityOne.${job.entity}`) })}
              </Link>
            </Button>
          )}
          {job.status === "failed" && (
            <Button
              variant="primary"
              pending={start.isPending}
              onClick={() => start.mutate({ importId: job.id })}
            >
              {t("run.resume")}
            </Button>
          )}
          {rejected > 0 && !job.filesRemovedAt && (
            <Button asChild>
              <a href={`/api/import/${slug}/${job.id}/rejected`} download>
                <Download />
                {t("report.download")}
              </a>
            </Button>
          )}
          <Button asChild>
            <Link href={`/${slug}/import`}>
              <FileUp />
              {t("report.another")}
            </Link>
          </Button>
          {job.status !== "undone" && <UndoButton importId={job.id} />}
        </div>
        {rejected > 0 && job.filesRemovedAt && <p className="mt-3 text-ink-muted">{t("report.gone")}</p>}
      </Card>
      {kept.length > 0 && (
        <Card>
          <CardHeader title={t("report.kept", { count: kept.length })} />
          <ul className="flex flex-col gap-1">
            {kept.map(({ id, title, why }) => (
              <li key={id} className="flex justify-between gap-3">
                <span className="truncate">{title}</span>
                <span className="shrink-0 text-ink-muted">{t(`report.why.${why}`)}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function UndoButton({ importId }: { importId: string }) {
  const t = useTranslations("transfer.report");
  const { undo } = useSteering(importId);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="ghost" className="ml-auto" onClick={() => setAsking(true)}>
        <Undo2 />
        {t("undo")}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("undoTitle")}
        text={t("undoText")}
        confirmLabel={t("undo")}
        danger
        pending={undo.isPending}
        onConfirm={() => undo.mutate({ importId }, { onSettled: () => setAsking(false) })}
      />
    </>
  );
}

function tookSeconds(startedAt: Date | null, finishedAt: Date | null): number | null {
  if (!startedAt || !finishedAt) return null;
  return Math.max(1, Math.round((finishedAt.getTime() - startedAt.getTime()) / 1000));
}
