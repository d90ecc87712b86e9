"use client";

import { useQuery } from "@tanstack/react-query";
import { Inbox } from "lucide-react";
import { useTranslations } from "next-intl";
import { requestIdOf } from "@/components/api/refusal";
import { type ApiOutput, useTRPC } from "@/components/api/trpc";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Link } from "@/components/ui/link";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Table, TableBody, TableCell, TableHead, TableHeadCell, TableRow } from "@/components/ui/table";
import { useDates } from "@/components/workspace/dates";
import { useWorkspace } from "@/components/workspace/workspace";
import { StatusBadge } from "./status-badge";

/** The imports one may see, the newest first. */
export function PastImports() {
  const t = useTranslations("transfer.past");
  const imports = useQuery(useTRPC().transfer.list.queryOptions());
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-lg font-semibold">{t("title")}</h2>
      {imports.isPending && <SkeletonRows rows={4} />}
      {imports.isError && (
        <ErrorState requestId={requestIdOf(imports.error)} onRetry={() => void imports.refetch()} />
      )}
      {imports.data?.length === 0 && <EmptyState icon={<Inbox />} title={t("empty")} text={t("emptyText")} />}
      {imports.data && imports.data.length > 0 && (
        <Table className="max-md:min-w-150">
          <TableHead>
            <tr>
              <TableHeadCell>{t("file")}</TableHeadCell>
              <TableHeadCell>{t("what")}</TableHeadCell>
              <TableHeadCell>{t("status")}</TableHeadCell>
              <TableHeadCell>{t("result")}</TableHeadCell>
              <TableHeadCell>{t("by")}</TableHeadCell>
              <TableHeadCell>{t("when")}</TableHeadCell>
            </tr>
          </TableHead>
          <TableBody>
            {imports.data.map((job) => (
              <PastImport key={job.id} job={job} />
            ))}
          </TableBody>
        </Table>
      )}
    </section>
  );
}

function PastImport({ job }: { job: ApiOutput["transfer"]["list"][number] }) {
  const t = useTranslations("transfer");
  const { slug } = useWorkspace();
  const { ago, moment } = useDates();
  const { created, updated, rejected, rows } = job.counts;
  const told = job.startedAt && rows > 0;
  return (
    <TableRow className="relative">
      <TableCell className="max-w-72">
        <Link
          href={`/${slug}/import/${job.id}`}
          className="block truncate font-medium after:absolute after:inset-0"
        >
          {job.fileName}
        </Link>
      </TableCell>
      <TableCell>{t(`entity.${job.entity}`)}</TableCell>
      <TableCell>
        <StatusBadge status={job.status} />
      </TableCell>
      <TableCell className="tabular whitespace-nowrap text-ink-muted">
        {told &&
          [
            created > 0 && `${t("report.created")} ${created}`,
            updated > 0 && `${t("report.updated")} ${updated}`,
            rejected > 0 && `${t("report.rejected")} ${rejected}`,
          ]
            .filter(Boolean)
            .join(" · ")}
      </TableCell>
      <TableCell className="max-w-40 truncate text-ink-muted">{job.memberName}</TableCell>
      <TableCell className="whitespace-nowrap text-ink-muted" title={moment(job.createdAt)}>
        {ago(job.createdAt)}
      </TableCell>
    </TableRow>
  );
}
