"use client";

import { useQuery } from "@tanstack/react-query";
import { BookOpen, KeyRound, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { requestIdOf } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { ApiKeyRow } from "./api-key-row";
import { NewApiKey } from "./new-api-key";

/** The keys by which other programs act for members. */
export function ApiKeys() {
  const t = useTranslations("integrations.api");
  const [adding, setAdding] = useState(false);
  const keys = useQuery(useTRPC().apiKeys.list.queryOptions());
  const add = (
    <Button variant="primary" onClick={() => setAdding(true)}>
      <Plus />
      {t("new")}
    </Button>
  );
  return (
    <Card>
      <CardHeader title={t("title")} text={t("text")} actions={(keys.data?.length ?? 0) > 0 && add} />
      {keys.isPending && <SkeletonRows rows={3} />}
      {keys.isError && <ErrorState requestId={requestIdOf(keys.error)} onRetry={() => keys.refetch()} />}
      {keys.data?.length === 0 && (
        <EmptyState icon={<KeyRound />} title={t("emptyTitle")} text={t("emptyText")} action={add} />
      )}
      <ul className="divide-y">
        {keys.data?.map((one) => (
          <li key={one.id}>
            <ApiKeyRow apiKey={one} />
          </li>
        ))}
      </ul>
      <p className="mt-3 border-t pt-3">
        <Button variant="link" asChild>
          <a href="/developers" target="_blank" rel="noopener">
            <BookOpen />
            {t("docs")}
          </a>
        </Button>
      </p>
      <NewApiKey open={adding} onOpenChange={setAdding} />
    </Card>
  );
}
