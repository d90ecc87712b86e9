"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Bell, CheckCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { requestIdOf } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { NoticeGroups } from "@/components/notifications/notice-groups";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Link } from "@/components/ui/link";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useWorkspace } from "./workspace";

/** What robots and colleagues told the member, by record; following one reads it, and so does the button for all. */
export function NotificationBell() {
  const t = useTranslations("notifications");
  const trpc = useTRPC();
  const client = useQueryClient();
  const { slug } = useWorkspace();
  const [open, setOpen] = useState(false);
  const notices = useQuery(trpc.notifications.list.queryOptions({ limit: 30 }));
  const read = useMutation(
    trpc.notifications.read.mutationOptions({
      onSettled: () => client.invalidateQueries(trpc.notifications.list.pathFilter()),
    }),
  );
  const unread = notices.data?.unread ?? 0;
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button variant="ghost" size="icon" aria-label={t("label", { count: unread })} className="relative">
          <Bell />
          {unread > 0 && (
            <span
              aria-hidden
              className="tabular absolute top-0.5 right-0 grid h-4 min-w-4 place-items-center rounded-full bg-danger px-1 text-[0.625rem] leading-none font-bold text-danger-ink"
            >
              {unread > 99 ? "99+" : unread}
            </span>
          )}
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" aria-label={t("title")} className="w-96 p-0">
        <div className="flex items-center gap-2 border-b px-3 py-1.5">
          <h2 className="flex-1 font-semibold">{t("title")}</h2>
          {unread > 0 && (
            <Button variant="ghost" size="sm" pending={read.isPending} onClick={() => read.mutate({})}>
              <CheckCheck />
              {t("readAll")}
            </Button>
          )}
        </div>
        <div className="max-h-[60dvh] overflow-y-auto p-1">
          {notices.isPending && <SkeletonRows rows={3} className="p-3" />}
          {notices.isError && !notices.data && (
            <ErrorState requestId={requestIdOf(notices.error)} onRetry={() => void notices.refetch()} />
          )}
          {notices.data?.items.length === 0 && (
            <EmptyState icon={<Bell />} title={t("empty")} text={t("emptyText")} className="py-6" />
          )}
          <NoticeGroups
            notices={notices.data?.items ?? []}
            onFollow={(ids) => {
              setOpen(false);
              read.mutate({ ids });
            }}
          />
        </div>
        <div className="border-t px-3 py-2">
          <Link
            href={`/${slug}/notifications`}
            onClick={() => setOpen(false)}
            className="text-accent-text hover:underline"
          >
            {t("all")}
          </Link>
        </div>
      </PopoverContent>
    </Popover>
  );
}
