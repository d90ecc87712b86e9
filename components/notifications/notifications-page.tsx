"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Bell, CheckCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { requestIdOf } from "@/components/api/refusal";
import { useTRPC, useTRPCClient } from "@/components/api/trpc";
import { usePages } from "@/components/api/use-pages";
import { PageBody, PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { LoadMore } from "@/components/ui/load-more";
import { Segmented } from "@/components/ui/segmented";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { NoticeCursor } from "@/server/notifications/contract";
import { NoticeGroups } from "./notice-groups";
import { NotificationForm } from "./notification-form";

const views = ["all", "unread"] as const;

/** Everything the member was told, and how they want to be told. */
export function NotificationsPage() {
  const t = useTranslations("notifications");
  const trpc = useTRPC();
  const client = useQueryClient();
  const [view, setView] = useQueryState("view", parseAsStringLiteral(views).withDefault("all"));
  const notices = useNotices(view === "unread");
  const read = useMutation(
    trpc.notifications.read.mutationOptions({
      onSettled: () => client.invalidateQueries(trpc.notifications.list.pathFilter()),
    }),
  );
  const items = notices.data?.pages.flatMap((page) => page.items) ?? [];
  const unread = notices.data?.pages[0]?.unread ?? 0;
  return (
    <>
      <PageHeader
        title={t("title")}
        wide
        aside={
          <Segmented
            label={t("filter")}
            segments={[
              { value: "all", label: t("everything") },
              { value: "unread", label: unread > 0 ? `${t("unread")} ${unread}` : t("unread") },
            ]}
            value={view}
            onValueChange={(next) => void setView(next)}
          />
        }
        actions={
          <Button disabled={unread === 0} pending={read.isPending} onClick={() => read.mutate({})}>
            <CheckCheck />
            {t("readAll")}
          </Button>
        }
      />
      <PageBody className="grid w-full max-w-6xl items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Card className="p-2">
          {notices.isPending && <SkeletonRows rows={6} className="p-3" />}
          {notices.isError && !notices.data && (
            <ErrorState requestId={requestIdOf(notices.error)} onRetry={() => void notices.refetch()} />
          )}
          {notices.data && items.length === 0 && (
            <EmptyState icon={<Bell />} title={t("empty")} text={t("emptyText")} />
          )}
          <NoticeGroups notices={items} most={20} onFollow={(ids) => read.mutate({ ids })} />
          {notices.hasNextPage && (
            <LoadMore
              label={t("more")}
              pending={notices.isFetchingNextPage}
              onMore={() => void notices.fetchNextPage()}
            />
          )}
        </Card>
        <NotificationForm />
      </PageBody>
    </>
  );
}

function useNotices(unread: boolean) {
  const trpc = useTRPC();
  const api = useTRPCClient();
  const query = { unread };
  return usePages({
    queryKey: trpc.notifications.list.infiniteQueryKey(query),
    read: (cursor: NoticeCursor | null, signal) =>
      api.notifications.list.query({ ...query, cursor }, { signal }),
    first: null,
  });
}
