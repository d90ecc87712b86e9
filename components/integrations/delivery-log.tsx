"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { RotateCcw, Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { requestIdOf } from "@/components/api/refusal";
import { type ApiOutput, useTRPC, useTRPCClient } from "@/components/api/trpc";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { LoadMore } from "@/components/ui/load-more";
import { Segmented } from "@/components/ui/segmented";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import { SkeletonRows } from "@/components/ui/skeleton";
import { type DeliveryStatus, deliveryStatuses, type Endpoint } from "@/server/webhooks/contract";
import { DeliveryRow } from "./delivery-row";
import { useEndpoints } from "./use-endpoints";

/** What was sent to an address, and what it answered. */
export function DeliveryLog({ endpoint, onClose }: { endpoint: Endpoint; onClose: () => void }) {
  const t = useTranslations("integrations.webhooks");
  const more = useTranslations("integrations")("more");
  const { ping, replaySince } = useEndpoints();
  const [status, setStatus] = useState<DeliveryStatus | "any">("any");
  const trpc = useTRPC();
  const api = useTRPCClient();
  const query = { endpointId: endpoint.id, ...(status !== "any" && { status }) };
  // Asked by hand: the client's own infinite query would add a direction.
  const log = useInfiniteQuery({
    queryKey: trpc.webhooks.deliveries.infiniteQueryKey(query),
    queryFn: ({ pageParam: cursor, signal }) =>
      api.webhooks.deliveries.query({ ...query, cursor }, { signal }),
    initialPageParam: null as ApiOutput["webhooks"]["deliveries"]["nextCursor"],
    getNextPageParam: (page) => page.nextCursor,
  });
  const deliveries = log.data?.pages.flatMap((page) => page.deliveries);
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent title={t("logTitle")} description={`${endpoint.url} · ${t("logText")}`} size="lg">
        <div className="mb-3 flex flex-wrap items-center gap-2">
          <Button size="sm" pending={ping.isPending} onClick={() => ping.mutate({ endpointId: endpoint.id })}>
            <Send />
            {t("ping")}
          </Button>
          <Button
            size="sm"
            pending={replaySince.isPending}
            onClick={() => replaySince.mutate({ endpointId: endpoint.id, since: new Date(0) })}
          >
            <RotateCcw />
            {t("replaySince")}
          </Button>
        </div>
        <Segmented
          label={t("filter")}
          value={status}
          onValueChange={setStatus}
          className="mb-2 max-w-full overflow-x-auto"
          segments={(["any", ...deliveryStatuses] as const).map((value) => ({
            value,
            label: t(`status.${value}`),
          }))}
        />
        {log.isPending && <SkeletonRows rows={5} />}
        {log.isError && <ErrorState requestId={requestIdOf(log.error)} onRetry={() => log.refetch()} />}
        {deliveries?.length === 0 && <EmptyState title={t("logEmpty")} text={t("logEmptyText")} />}
        <ul className="divide-y">
          {deliveries?.map((delivery) => (
            <DeliveryRow key={delivery.id} delivery={delivery} />
          ))}
        </ul>
        {log.hasNextPage && (
          <LoadMore label={more} pending={log.isFetchingNextPage} onMore={() => void log.fetchNextPage()} />
        )}
      </SheetContent>
    </Sheet>
  );
}
