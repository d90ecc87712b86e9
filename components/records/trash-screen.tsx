"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { requestIdOf, useRefusals } from "@/components/api/refusal";
import { useTRPC, useTRPCClient } from "@/components/api/trpc";
import { usePages } from "@/components/api/use-pages";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { LoadMore } from "@/components/ui/load-more";
import { Segmented } from "@/components/ui/segmented";
import { SkeletonRows } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { useDates } from "@/components/workspace/dates";
import { useMay } from "@/components/workspace/workspace";
import type { Entity } from "@/server/fields/contract";
import { listedEntities } from "./entities";

/** What was deleted, of each kind, the last first; a press brings it back. */
export function TrashScreen() {
  const t = useTranslations("records");
  const may = useMay();
  const kinds = listedEntities.filter((entity) => may(`${entity}.delete`));
  const [asked, setAsked] = useQueryState("of", parseAsStringLiteral(listedEntities));
  const entity = kinds.find((one) => one === asked) ?? kinds[0];
  if (!entity) return <EmptyState icon={<Trash2 />} title={t("trash.forbidden")} />;
  return (
    <Card>
      <CardHeader title={t("trash.title")} text={t("trash.text")} />
      <Segmented
        label={t("trash.kind")}
        className="mb-2 self-start"
        segments={kinds.map((one) => ({ value: one, label: t(`entity.${one as "contact"}.many`) }))}
        value={entity}
        onValueChange={(next) => void setAsked(next)}
      />
      <Trash key={entity} entity={entity} />
    </Card>
  );
}

function Trash({ entity }: { entity: Entity }) {
  const t = useTranslations("records.trash");
  const trpc = useTRPC();
  const api = useTRPCClient();
  const client = useQueryClient();
  const { ago, moment } = useDates();
  const { say } = useRefusals();
  const pages = usePages({
    queryKey: [...trpc.records.trashed.queryKey({ entity }), "pages"],
    read: async (offset: number, signal) => {
      const { records, nextOffset } = await api.records.trashed.query({ entity, offset }, { signal });
      return { records, nextCursor: nextOffset };
    },
    first: 0,
  });
  const restore = useMutation(
    trpc.records.restore.mutationOptions({ onError: (error) => toast.error(say(error)) }),
  );
  const bring = (id: string, name: string) =>
    restore.mutate(
      { entity, id },
      {
        onSuccess: () => {
          toast.success(t("restored", { name }));
          void client.invalidateQueries(trpc.records.pathFilter());
        },
      },
    );
  if (pages.isPending) return <SkeletonRows rows={6} />;
  if (pages.isError) {
    return <ErrorState requestId={requestIdOf(pages.error)} onRetry={() => void pages.refetch()} />;
  }
  const records = pages.data.pages.flatMap((page) => page.records);
  if (records.length === 0) return <EmptyState icon={<Trash2 />} title={t("empty")} text={t("emptyText")} />;
  return (
    <>
      <ul>
        {records.map(({ id, title, deletedAt }) => (
          <li key={id} className="flex items-center gap-3 border-b py-1.5">
            <span className="min-w-0 flex-1 truncate">{title}</span>
            <span className="shrink-0 text-sm text-ink-muted" title={moment(deletedAt)}>
              {ago(deletedAt)}
            </span>
            <Button
              size="sm"
              aria-label={t("restoreOf", { name: title })}
              pending={restore.isPending && restore.variables.id === id}
              onClick={() => bring(id, title)}
            >
              {t("restore")}
            </Button>
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <LoadMore
          label={t("more")}
          pending={pages.isFetchingNextPage}
          onMore={() => void pages.fetchNextPage()}
        />
      )}
    </>
  );
}
