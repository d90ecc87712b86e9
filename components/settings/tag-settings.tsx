"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { requestIdOf } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useMay } from "@/components/workspace/workspace";
import { TagForm } from "./tag-form";
import { TagRow } from "./tag-row";

/** The organization's tags: named, coloured, merged, deleted. */
export function TagSettings() {
  const t = useTranslations("settings.tags");
  const editable = useMay()("fields.edit");
  const tags = useQuery(useTRPC().around.tags.queryOptions());
  return (
    <Card>
      <CardHeader title={t("title")} text={t("text")} />
      {tags.isPending && <SkeletonRows rows={6} />}
      {tags.isError && !tags.data && (
        <ErrorState requestId={requestIdOf(tags.error)} onRetry={() => void tags.refetch()} />
      )}
      {tags.data?.length === 0 && <EmptyState title={t("empty")} text={t("emptyText")} />}
      <ul>
        {tags.data?.map((tag) => (
          <li key={tag.id} className="border-b">
            <TagRow tag={tag} others={tags.data.filter((one) => one.id !== tag.id)} editable={editable} />
          </li>
        ))}
      </ul>
      {tags.data && editable && (
        <div className="mt-3">
          <TagForm others={tags.data} />
        </div>
      )}
    </Card>
  );
}
