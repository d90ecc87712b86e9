"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Bell, Bot, Dot } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { requestIdOf } from "@/components/api/refusal";
import { type ApiOutput, useTRPC } from "@/components/api/trpc";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useDates } from "./dates";
import { useWorkspace } from "./workspace";

/** What robots and colleagues told the member; opening the list marks it read when it closes. */
export function NotificationBell() {
  const t = useTranslations("board.notifications");
  const trpc = useTRPC();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const notices = useQuery(trpc.identity.notifications.queryOptions());
  const read = useMutation(
    trpc.identity.readNotifications.mutationOptions({
      onSettled: () => client.invalidateQueries(trpc.identity.notifications.queryFilter()),
    }),
  );
  const unread = notices.data?.unread ?? 0;
  // Read on leaving, so that what is new can be told from the rest while one looks.
  const change = (next: boolean) => {
    setOpen(next);
    if (!next && unread > 0) read.mutate();
  };
  return (
    <Popover open={open} onOpenChange={change}>
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
      <PopoverContent align="end" className="w-88 p-0">
        <h2 className="border-b px-3 py-2 font-semibold">{t("title")}</h2>
        <div className="max-h-96 overflow-y-auto p-1">
          {notices.isPending && <SkeletonRows rows={3} className="p-3" />}
          {notices.isError && (
            <ErrorState requestId={requestIdOf(notices.error)} onRetry={() => void notices.refetch()} />
          )}
          {notices.data?.items.length === 0 && (
            <EmptyState icon={<Bell />} title={t("empty")} text={t("emptyText")} className="py-6" />
          )}
          {notices.data?.items.map((notice) => (
            <NoticeRow key={notice.id} notice={notice} onFollow={() => change(false)} />
          ))}
        </div>
      </PopoverContent>
    </Popover>
  );
}

type Notice = ApiOutput["identity"]["notifications"]["items"][number];

function NoticeRow({ notice, onFollow }: { notice: Notice; onFollow: () => void }) {
  const t = useTranslations("board.notifications");
  const { slug } = useWorkspace();
  const { ago } = useDates();
  const text = typeof notice.data.text === "string" ? notice.data.text : t("generic");
  const body = (
    <>
      <Bot aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-muted" />
      <span className="min-w-0 flex-1">
        <span className="line-clamp-3 break-words">{text}</span>
        <span className="text-sm text-ink-muted">{ago(notice.createdAt)}</span>
      </span>
      {!notice.readAt && <Dot aria-label={t("new")} className="-mr-2 size-6 shrink-0 text-accent-text" />}
    </>
  );
  const look = "flex items-start gap-2.5 rounded-md px-2 py-2";
  const page = notice.entity === "deal" ? "deals" : notice.entity === "lead" ? "leads" : null;
  if (!page || !notice.recordId) return <div className={look}>{body}</div>;
  return (
    <Link
      href={`/${slug}/${page}/${notice.recordId}`}
      onClick={onFollow}
      className={`${look} hover:bg-ink/7`}
    >
      {body}
    </Link>
  );
}
