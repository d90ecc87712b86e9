"use client";

import { RotateCcw, Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { requestIdOf } from "@/components/api/refusal";
import { type ApiOutput, useTRPC, useTRPCClient } from "@/components/api/trpc";
import { usePages } from "@/components/api/use-pages";
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
  const log = usePages({
    queryKey: trpc.webhooks.deliveries.infiniteQueryKey(query),
    read: (cursor: ApiOutput["webhooks"]["deliveries"]["nextCursor"], signal) =>
      api.webhooks.deliveries.query({ ...query, cursor }, { signal }),
    first: null,
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
