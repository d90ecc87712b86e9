"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { ArrowDown, ArrowUp, Inbox } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { requestIdOf } from "@/components/api/refusal";
import { useTRPC, useTRPCClient } from "@/components/api/trpc";
import { PageBody } from "@/components/shell/page-header";
import { Avatar } from "@/components/ui/avatar";
import { StageBadge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { LoadMore } from "@/components/ui/load-more";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Table, TableBody, TableCell, TableHead, TableHeadCell, TableRow } from "@/components/ui/table";
import { useDates } from "@/components/workspace/dates";
import { useWorkspace } from "@/components/workspace/workspace";
import type { DealCard } from "@/server/crm/deals/contract";
import type { Pipeline } from "@/server/pipelines/contract";
import { formatMoney } from "@/server/platform/money";
import { CloseDate } from "./deal-face";
import { type ListSort, useDealFilters, useOpenDeal } from "./use-deal-filters";

/** The same deals as rows, to sort and to scan. */
export function DealList({ pipeline }: { pipeline: Pipeline }) {
  const t = useTranslations("board.list");
  const { narrowed, setFilters } = useDealFilters();
  const list = useDealPages(pipeline);
  if (list.isPending) return <SkeletonRows rows={12} className="px-6 pt-4 max-md:px-4" />;
  if (list.isError && !list.data)
    return <ErrorState requestId={requestIdOf(list.error)} onRetry={() => void list.refetch()} />;
  const deals = list.data.pages.flatMap((page) => page.deals);
  if (deals.length === 0) {
    return (
      <EmptyState
        icon={<Inbox />}
        title={narrowed ? t("nothing") : t("empty")}
        text={narrowed ? undefined : t("emptyText")}
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
            <SortHead sort="title" />
            <TableHeadCell>{t("stage")}</TableHeadCell>
            <SortHead sort="amountMinor" numeric />
            <TableHeadCell>{t("contact")}</TableHeadCell>
            <TableHeadCell>{t("owner")}</TableHeadCell>
            <SortHead sort="closesAt" />
            <SortHead sort="createdAt" />
          </tr>
        </TableHead>
        <TableBody>
          {deals.map((deal) => (
            <DealRow key={deal.id} deal={deal} pipeline={pipeline} />
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

// Asked by hand: the client's own infinite query would put its direction in place of the sort's.
function useDealPages(pipeline: Pipeline) {
  const trpc = useTRPC();
  const api = useTRPCClient();
  const { filters, narrowing } = useDealFilters();
  const { sort, direction } = filters;
  const query = { pipelineId: pipeline.id, sort, direction, ...narrowing };
  return useInfiniteQuery({
    queryKey: trpc.deals.list.infiniteQueryKey(query),
    queryFn: ({ pageParam: cursor, signal }) => api.deals.list.query({ ...query, cursor }, { signal }),
    initialPageParam: 0,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}

function SortHead({ sort, numeric }: { sort: ListSort; numeric?: boolean }) {
  const t = useTranslations("board.list");
  const { filters, setFilters } = useDealFilters();
  const active = filters.sort === sort;
  const ascending = filters.direction === "asc";
  // Names start from A, figures and dates from the greatest.
  const first = sort === "title" ? "asc" : "desc";
  const next = active ? (ascending ? "desc" : "asc") : first;
  return (
    <TableHeadCell numeric={numeric} aria-sort={active ? (ascending ? "ascending" : "descending") : "none"}>
      <button
        type="button"
        onClick={() => void setFilters({ sort, direction: next })}
        className={cn(
          "-mx-1 inline-flex h-6 items-center gap-1 rounded-sm px-1 hover:text-ink [&_svg]:size-3.5",
          active && "text-ink",
        )}
      >
        {t(`sort.${sort}`)}
        {active && (ascending ? <ArrowUp aria-hidden /> : <ArrowDown aria-hidden />)}
      </button>
    </TableHeadCell>
  );
}

function DealRow({ deal, pipeline }: { deal: DealCard; pipeline: Pipeline }) {
  const { slug } = useWorkspace();
  const [, openDeal] = useOpenDeal();
  const locale = useLocale();
  const { day, moment } = useDates();
  const stage = pipeline.stages.find((one) => one.id === deal.stageId);
  return (
    <TableRow className="relative">
      <TableCell className="max-w-80">
        <a
          href={`/${slug}/deals/${deal.id}`}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            void openDeal(deal.id);
          }}
          className="block truncate font-medium after:absolute after:inset-0"
        >
          {deal.title}
        </a>
      </TableCell>
      <TableCell className="max-w-44">
        {stage && <StageBadge colour={stage.colour}>{stage.name}</StageBadge>}
      </TableCell>
      <TableCell numeric>{formatMoney(deal.amountMinor, deal.currency, locale)}</TableCell>
      <TableCell className="max-w-52 truncate text-ink-muted">
        {deal.contactName ?? deal.companyName}
      </TableCell>
      <TableCell className="max-w-44">
        {deal.ownerName && (
          <span className="flex items-center gap-1.5">
            <Avatar name={deal.ownerName} seed={deal.ownerId ?? undefined} size="xs" />
            <span className="truncate">{deal.ownerName}</span>
          </span>
        )}
      </TableCell>
      <TableCell className="whitespace-nowrap">
        {deal.closesAt && <CloseDate instant={deal.closesAt} open={deal.outcome === "open"} />}
      </TableCell>
      <TableCell className="whitespace-nowrap text-ink-muted" title={moment(deal.createdAt)}>
        {day(deal.createdAt)}
      </TableCell>
    </TableRow>
  );
}
