"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Inbox } from "lucide-react";
import { useTranslations } from "next-intl";
import { requestIdOf } from "@/components/api/refusal";
import { useTRPC, useTRPCClient } from "@/components/api/trpc";
import { useDealFilters } from "@/components/deals/use-deal-filters";
import { useDirectory } from "@/components/deals/use-directory";
import { PageBody } from "@/components/shell/page-header";
import { Avatar } from "@/components/ui/avatar";
import { StageBadge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { LoadMore } from "@/components/ui/load-more";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Table, TableBody, TableCell, TableHead, TableHeadCell, TableRow } from "@/components/ui/table";
import { useDates } from "@/components/workspace/dates";
import { useWorkspace } from "@/components/workspace/workspace";
import type { LeadCard } from "@/server/crm/leads/contract";
import type { Pipeline } from "@/server/pipelines/contract";
import { KindBadge } from "./lead-face";
import { useOpenLead } from "./use-lead";

/** The same leads as rows, the newest first. */
export function LeadList({ pipeline }: { pipeline: Pipeline }) {
  const t = useTranslations("lead.list");
  const { narrowed, setFilters } = useDealFilters();
  const list = useLeadPages(pipeline);
  if (list.isPending) return <SkeletonRows rows={12} className="px-6 pt-4 max-md:px-4" />;
  if (list.isError && !list.data)
    return <ErrorState requestId={requestIdOf(list.error)} onRetry={() => void list.refetch()} />;
  const leads = list.data.pages.flatMap((page) => page.cards);
  if (leads.length === 0) {
    return (
      <EmptyState
        icon={<Inbox />}
        title={narrowed ? t("nothing") : t("empty")}
        action={
          narrowed && <Button onClick={() => void setFilters({ q: null, owner: null })}>{t("reset")}</Button>
        }
      />
    );
  }
  return (
    <PageBody>
      <Table className="max-md:min-w-180">
        <TableHead>
          <tr>
            {(["title", "stage", "who", "reach", "source", "owner", "created"] as const).map((column) => (
              <TableHeadCell key={column}>{t(column)}</TableHeadCell>
            ))}
          </tr>
        </TableHead>
        <TableBody>
          {leads.map((lead) => (
            <LeadRow key={lead.id} lead={lead} pipeline={pipeline} />
          ))}
        </TableBody>
      </Table>
      {list.hasNextPage && (
        <LoadMore
          label={t("more")}
          pending={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      )}
    </PageBody>
  );
}

// Asked by hand: the client's own infinite query would add a direction to the question.
function useLeadPages(pipeline: Pipeline) {
  const trpc = useTRPC();
  const api = useTRPCClient();
  const { narrowing } = useDealFilters();
  const query = { pipelineId: pipeline.id, ...narrowing };
  return useInfiniteQuery({
    queryKey: trpc.leads.list.infiniteQueryKey(query),
    queryFn: ({ pageParam: cursor, signal }) => api.leads.list.query({ ...query, cursor }, { signal }),
    initialPageParam: 0,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}

function LeadRow({ lead, pipeline }: { lead: LeadCard; pipeline: Pipeline }) {
  const { slug } = useWorkspace();
  const [, openLead] = useOpenLead();
  const { source } = useDirectory();
  const { day, moment } = useDates();
  const stage = pipeline.stages.find((one) => one.id === lead.stageId);
  return (
    <TableRow className="relative">
      <TableCell className="max-w-80">
        <a
          href={`/${slug}/leads/${lead.id}`}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            void openLead(lead.id);
          }}
          className="block truncate font-medium after:absolute after:inset-0"
        >
          {lead.title}
        </a>
      </TableCell>
      <TableCell className="max-w-52">
        <span className="flex items-center gap-2">
          {stage && <StageBadge colour={stage.colour}>{stage.name}</StageBadge>}
          <KindBadge lead={lead} />
        </span>
      </TableCell>
      <TableCell className="max-w-52 truncate">
        {[lead.name, lead.companyName].filter(Boolean).join(" · ")}
      </TableCell>
      <TableCell className="max-w-52 truncate text-ink-muted">{lead.phone ?? lead.email}</TableCell>
      <TableCell className="max-w-40 truncate text-ink-muted">{source(lead.sourceId)}</TableCell>
      <TableCell className="max-w-44">
        {lead.ownerName && (
          <span className="flex items-center gap-1.5">
            <Avatar name={lead.ownerName} seed={lead.ownerId ?? undefined} size="xs" />
            <span className="truncate">{lead.ownerName}</span>
          </span>
        )}
      </TableCell>
      <TableCell className="whitespace-nowrap text-ink-muted" title={moment(lead.createdAt)}>
        {day(lead.createdAt)}
      </TableCell>
    </TableRow>
  );
}
