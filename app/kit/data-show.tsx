"use client";

import { Inbox, Plus } from "lucide-react";
import { useLocale } from "next-intl";
import { useState } from "react";
import { LiveDot } from "@/components/shell/live-dot";
import { Avatar } from "@/components/ui/avatar";
import { StageBadge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { InlineAlert } from "@/components/ui/inline-alert";
import { LoadMore, Pagination } from "@/components/ui/pagination";
import { Progress } from "@/components/ui/progress";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Table, TableBody, TableCell, TableHead, TableHeadCell, TableRow } from "@/components/ui/table";
import { formatMoney } from "@/server/platform/money";
import { samples } from "./samples";

/** Lists in each state they can be in. */
export function DataShow() {
  const locale = useLocale();
  const s = samples(locale);
  const [page, setPage] = useState(1);
  return (
    <>
      <Card>
        <CardHeader title="Lists" actions={<LiveDot state="reconnecting" />} />
        <Table>
          <TableHead>
            <tr>
              <TableHeadCell>{s.title}</TableHeadCell>
              <TableHeadCell>{s.stage}</TableHeadCell>
              <TableHeadCell>{s.owner}</TableHeadCell>
              <TableHeadCell numeric>{s.amount}</TableHeadCell>
            </tr>
          </TableHead>
          <TableBody>
            {s.rows.map((title, index) => {
              const stage = s.stages[index % s.stages.length];
              const owner = s.people[index % s.people.length];
              return (
                <TableRow key={title} aria-selected={index === 1}>
                  <TableCell className="font-medium">{title}</TableCell>
                  <TableCell>
                    <StageBadge colour={stage?.colour ?? "slate"}>{stage?.label}</StageBadge>
                  </TableCell>
                  <TableCell>
                    <Avatar name={owner?.label ?? ""} seed={owner?.value} />
                  </TableCell>
                  <TableCell numeric>{formatMoney(84500000 / (index + 1), "RUB", locale)}</TableCell>
                </TableRow>
              );
            })}
          </TableBody>
        </Table>
        <Pagination className="mt-2" page={page} pageSize={50} total={1284} onPageChange={setPage} />
        <LoadMore onLoad={() => setPage(1)} />
        <Progress label={s.reports} value={62} className="mb-4" />
        <SkeletonRows rows={3} />
      </Card>
      <Card>
        <CardHeader title="States" />
        <div className="flex flex-col gap-2">
          <InlineAlert>{s.hint}</InlineAlert>
          <InlineAlert tone="warn" action={<Button size="sm">{s.more}</Button>}>
            {s.warning}
          </InlineAlert>
          <InlineAlert tone="danger" title={s.robotFailed}>
            {s.failed}
          </InlineAlert>
        </div>
        <div className="grid sm:grid-cols-2">
          <EmptyState
            icon={<Inbox />}
            title={s.emptyTitle}
            text={s.emptyText}
            action={
              <Button variant="primary">
                <Plus />
                {s.newDeal}
              </Button>
            }
          />
          <ErrorState onRetry={() => setPage(1)} requestId="0193a5" />
        </div>
      </Card>
    </>
  );
}
