"use client";

import {
  ArrowRightLeft,
  Banknote,
  Bot,
  CalendarClock,
  CalendarPlus,
  CalendarX,
  CircleAlert,
  CircleCheck,
  CirclePlus,
  CircleStop,
  Dot,
  Link2,
  Mail,
  MessageSquare,
  Package,
  Paperclip,
  Pencil,
  ReceiptText,
  RotateCcw,
  Tag,
  Trash2,
  Unlink2,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { cn } from "@/components/ui/cn";
import { useDates } from "@/components/workspace/dates";
import type { TimelineEntry } from "@/server/crm/timeline/contract";
import { CommentText } from "./comment-text";
import { type KnownEvent, knownEvent } from "./entry-data";
import type { EntryText } from "./entry-text";

const icons: Record<KnownEvent, ReactNode> = {
  created: <CirclePlus />,
  stage_changed: <ArrowRightLeft />,
  updated: <Pencil />,
  products_changed: <Package />,
  deleted: <Trash2 />,
  restored: <RotateCcw />,
  converted: <CircleCheck />,
  returned: <RotateCcw />,
  kind_changed: <Tag />,
  sent: <ReceiptText />,
  emailed: <Mail />,
  payment_recorded: <Banknote />,
  payment_removed: <Banknote />,
  paid: <CircleCheck />,
  reopened: <RotateCcw />,
  overdue: <CircleAlert className="text-danger-text" />,
  voided: <CircleStop />,
  link_changed: <Link2 />,
  "activity.created": <CalendarPlus />,
  "activity.done": <CircleCheck />,
  "activity.reopened": <RotateCcw />,
  "activity.changed": <CalendarClock />,
  "activity.deleted": <CalendarX />,
  "activity.restored": <RotateCcw />,
  "comment.added": <MessageSquare />,
  "file.added": <Paperclip />,
  "file.version_added": <Paperclip />,
  "file.renamed": <Pencil />,
  "file.removed": <Trash2 />,
  "file.restored": <RotateCcw />,
  "link.added": <Link2 />,
  "link.removed": <Unlink2 />,
  "link.changed": <Link2 />,
  "robot.acted": <Bot />,
  "robot.failed": <CircleAlert className="text-danger-text" />,
  "process.stopped": <CircleStop />,
  "process.retried": <RotateCcw />,
  "process.loop_stopped": <CircleAlert className="text-danger-text" />,
  "process.refused": <CircleAlert className="text-danger-text" />,
};

type TimelineRowProps = {
  entry: TimelineEntry;
  text: EntryText;
  actions?: ReactNode;
  /** In place of what was said, while it is said anew. */
  editor?: ReactNode;
};

/** One line of history: what, who, when. */
export function TimelineRow({ entry, text, actions, editor }: TimelineRowProps) {
  const { title, details, quote } = text;
  const { ago, moment } = useDates();
  const known = knownEvent(entry.name);
  return (
    <li className="group/entry relative flex gap-3 pb-4 [contain-intrinsic-size:auto_4rem] [content-visibility:auto] last:pb-0">
      <span aria-hidden className="absolute top-7 bottom-1 left-3 w-px bg-line group-last/entry:hidden" />
      <span
        aria-hidden
        className="grid size-6 shrink-0 place-items-center rounded-full bg-ink/6 text-ink-muted [&_svg]:size-3.5"
      >
        {known ? icons[known] : <Dot />}
      </span>
      <div className="min-w-0 flex-1 pt-0.5">
        <p className="break-words">{title}</p>
        {details.map((line) => (
          <p key={line} className="text-sm break-words text-ink-muted">
            {line}
          </p>
        ))}
        {editor}
        {quote && !editor && (
          <p
            className={cn(
              "mt-1 rounded-md bg-ink/4 px-2.5 py-1.5 break-words whitespace-pre-line",
              known === "comment.added" && "bg-accent-soft/60",
            )}
          >
            {known === "comment.added" ? <CommentText text={quote} /> : quote}
          </p>
        )}
        <p className="mt-0.5 flex items-center gap-1.5 text-sm text-ink-muted">
          <EntryActor actor={entry.actor} />
          <time dateTime={entry.occurredAt.toISOString()} title={moment(entry.occurredAt)}>
            {ago(entry.occurredAt)}
          </time>
          {actions}
        </p>
      </div>
    </li>
  );
}

/** Who did it, or which robot. */
export function EntryActor({ actor }: { actor: TimelineEntry["actor"] }) {
  const t = useTranslations("deal.timeline");
  if (actor.type === "system") return <span>Pult</span>;
  if (actor.type === "robot") {
    return (
      <span className="inline-flex min-w-0 items-center gap-1 rounded-sm bg-accent-soft px-1.5 font-medium text-accent-text">
        <Bot aria-hidden className="size-3.5 shrink-0" />
        <span className="truncate">{t("robot", { name: actor.name ?? "" })}</span>
      </span>
    );
  }
  return (
    <span className="inline-flex min-w-0 items-center gap-1">
      <Avatar name={actor.name ?? "?"} seed={actor.id} size="xs" className="size-4 text-[0.5rem]" />
      <span className="truncate">{actor.name}</span>
      {actor.via && <span className="truncate text-ink-muted">{t("via", { name: actor.via })}</span>}
      {actor.file && <span className="truncate text-ink-muted">{t("file", { name: actor.file })}</span>}
    </span>
  );
}
