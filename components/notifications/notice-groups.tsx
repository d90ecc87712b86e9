"use client";

import {
  AlarmClock,
  ArrowRightLeft,
  AtSign,
  Bell,
  Bot,
  CalendarPlus,
  CircleAlert,
  Dot,
  FileWarning,
  type LucideIcon,
  MessageSquare,
  Paperclip,
  PencilLine,
  ReceiptText,
  Unplug,
  UserRoundCheck,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { recordHref } from "@/components/record-page/kinds";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { useDates } from "@/components/workspace/dates";
import { useWorkspace } from "@/components/workspace/workspace";
import type { Notice } from "@/server/notifications/contract";
import { groupsOf } from "./groups";

const icons: Record<string, LucideIcon> = {
  mention: AtSign,
  comment: MessageSquare,
  assigned: UserRoundCheck,
  stage_changed: ArrowRightLeft,
  field_changed: PencilLine,
  file_added: Paperclip,
  activity_assigned: CalendarPlus,
  activity_reminder: AlarmClock,
  activity_overdue: CircleAlert,
  invoice_paid: ReceiptText,
  invoice_overdue: CircleAlert,
  robot: Bot,
  webhook_disabled: Unplug,
  form_failed: FileWarning,
};

type NoticeGroupsProps = {
  notices: readonly Notice[];
  /** How many of a group are shown; the rest is counted. */
  most?: number;
  /** A record was followed to: these notices are read by it. */
  onFollow: (ids: string[]) => void;
};

/** Notices by the record they are about, the record with the newest first. */
export function NoticeGroups({ notices, most = 3, onFollow }: NoticeGroupsProps) {
  const t = useTranslations("notifications");
  const { slug } = useWorkspace();
  return (
    <ul className="flex flex-col">
      {groupsOf(notices).map(({ key, record, items }) => {
        const page = items[0]?.page;
        const href = record ? recordHref(slug, record) : page ? `/${slug}/${page}` : null;
        const lines = items.slice(0, most);
        const body = (
          <>
            {record && <p className="truncate px-1 font-semibold">{record.title || t("gone")}</p>}
            {lines.map((notice) => (
              <NoticeLine key={notice.id} notice={notice} />
            ))}
            {items.length > most && (
              <p className="pl-8 text-sm text-ink-muted">{t("groupMore", { count: items.length - most })}</p>
            )}
          </>
        );
        return (
          <li key={key} className="border-b last:border-b-0">
            {href ? (
              <Link
                href={href}
                onClick={() => onFollow(items.filter((one) => !one.readAt).map((one) => one.id))}
                className="block rounded-md px-1 py-2 hover:bg-ink/6"
              >
                {body}
              </Link>
            ) : (
              <div className="px-1 py-2">{body}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function NoticeLine({ notice }: { notice: Notice }) {
  const t = useTranslations("notifications");
  const { ago, moment } = useDates();
  const Icon = icons[notice.type] ?? Bell;
  return (
    <div className="flex items-start gap-2.5 px-1 py-1">
      <Icon
        aria-hidden
        className={cn("mt-0.5 size-4 shrink-0 text-ink-muted", !notice.readAt && "text-accent-text")}
      />
      <div className="min-w-0 flex-1">
        <p className={cn("line-clamp-3 break-words", notice.readAt && "text-ink-muted")}>{notice.text}</p>
        {notice.quote && <p className="line-clamp-2 text-sm break-words text-ink-muted">{notice.quote}</p>}
        <time
          dateTime={notice.createdAt.toISOString()}
          title={moment(notice.createdAt)}
          className="text-sm text-ink-muted"
        >
          {ago(notice.createdAt)}
        </time>
      </div>
      {!notice.readAt && <Dot aria-label={t("new")} className="-mr-1 size-6 shrink-0 text-accent-text" />}
    </div>
  );
}
