"use client";

import { useTranslations } from "next-intl";
import { requestIdOf } from "@/components/api/refusal";
import { PageBody, PageHeader } from "@/components/shell/page-header";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useWorkspace } from "@/components/workspace/workspace";
import { CheckPanel } from "./check-panel";
import { ImportOptionsPanel } from "./import-options";
import { ImportSteps } from "./import-steps";
import { MappingTable } from "./mapping-table";
import { ReadingPanel } from "./reading-panel";
import { ReportPanel } from "./report-panel";
import { RunPanel } from "./run-panel";
import { StatusBadge } from "./status-badge";
import { type ImportPage, useImport, useMappingDraft } from "./use-import";

/** One import from its file to its report. */
export function ImportScreen({ importId }: { importId: string }) {
  const t = useTranslations("transfer");
  const { slug } = useWorkspace();
  const found = useImport(importId);
  const job = found.data?.job;
  return (
    <>
      <PageHeader
        title={job?.fileName ?? t("title")}
        crumbs={[{ label: t("title"), href: `/${slug}/import` }]}
        aside={job && <StatusBadge status={job.status} />}
      />
      <PageBody>
        <div className="flex max-w-5xl flex-col gap-4">
          {found.isPending && <SkeletonRows rows={8} />}
          {found.isError && !found.data && (
            <ErrorState requestId={requestIdOf(found.error)} onRetry={() => void found.refetch()} />
          )}
          {found.data && <ImportSteps status={found.data.job.status} />}
          {found.data && <Body page={found.data} />}
        </div>
      </PageBody>
    </>
  );
}

function Body({ page }: { page: ImportPage }) {
  const { job } = page;
  if (job.status === "running" || job.status === "undoing") return <RunPanel page={page} />;
  if (["done", "failed", "cancelled", "undone"].includes(job.status)) return <ReportPanel page={page} />;
  // Another reading brings other columns: what was edited was about the old ones.
  const key = `${job.entity} ${job.listId} ${job.reading.header.join("|")}`;
  return <Preparing key={key} page={page} />;
}

function Preparing({ page }: { page: ImportPage }) {
  const draft = useMappingDraft(page);
  return (
    <>
      <ReadingPanel page={page} />
      <MappingTable page={page} draft={draft} />
      <ImportOptionsPanel page={page} draft={draft} />
      <CheckPanel page={page} draft={draft} />
    </>
  );
}
