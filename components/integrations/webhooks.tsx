"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus, Webhook } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryState } from "nuqs";
import { useState } from "react";
import { requestIdOf } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useMay } from "@/components/workspace/workspace";
import { DeliveryLog } from "./delivery-log";
import { EndpointDialog } from "./endpoint-dialog";
import { EndpointRow } from "./endpoint-row";

/** The addresses that are told of events; the log of one is in the page's address. */
export function Webhooks() {
  const t = useTranslations("integrations.webhooks");
  const mayEdit = useMay()("integrations.edit");
  const [adding, setAdding] = useState(false);
  const [logOf, setLogOf] = useQueryState("log");
  const endpoints = useQuery(useTRPC().webhooks.list.queryOptions(undefined, { enabled: mayEdit }));
  if (!mayEdit) return <EmptyState icon={<Webhook />} title={t("title")} text={t("forbidden")} />;
  const shown = endpoints.data?.find(({ id }) => id === logOf);
  const add = (
    <Button variant="primary" onClick={() => setAdding(true)}>
      <Plus />
      {t("new")}
    </Button>
  );
  return (
    <Card>
      <CardHeader title={t("title")} text={t("text")} actions={(endpoints.data?.length ?? 0) > 0 && add} />
      {endpoints.isPending && <SkeletonRows rows={3} />}
      {endpoints.isError && (
        <ErrorState requestId={requestIdOf(endpoints.error)} onRetry={() => endpoints.refetch()} />
      )}
      {endpoints.data?.length === 0 && (
        <EmptyState icon={<Webhook />} title={t("emptyTitle")} text={t("emptyText")} action={add} />
      )}
      <ul className="divide-y">
        {endpoints.data?.map((endpoint) => (
          <li key={endpoint.id}>
            <EndpointRow endpoint={endpoint} onLog={() => void setLogOf(endpoint.id)} />
          </li>
        ))}
      </ul>
      <EndpointDialog open={adding} onOpenChange={setAdding} onMade={(id) => void setLogOf(id)} />
      {shown && <DeliveryLog endpoint={shown} onClose={() => void setLogOf(null)} />}
    </Card>
  );
}
