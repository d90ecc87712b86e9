"use client";

import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { refusalOf, requestIdOf } from "@/components/api/refusal";
import type { ApiOutput } from "@/components/api/trpc";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";
import type { useRecord } from "./use-record";

type RecordStateProps = {
  query: ReturnType<typeof useRecord>;
  children: (found: ApiOutput["records"]["get"]) => ReactNode;
};

/** A record once it is here; until then its shape, or why it does not come. */
export function RecordState({ query, children }: RecordStateProps) {
  const t = useTranslations("record.missing");
  if (query.isError && refusalOf(query.error)?.code === "NOT_FOUND") {
    return <EmptyState icon={<SearchX />} title={t("title")} text={t("text")} />;
  }
  if (query.isError && !query.data) {
    return <ErrorState requestId={requestIdOf(query.error)} onRetry={() => void query.refetch()} />;
  }
  if (query.data) return children(query.data);
  return (
    <div aria-busy className="flex flex-col gap-4">
      <Skeleton className="h-9" />
      <SkeletonRows rows={6} />
    </div>
  );
}
