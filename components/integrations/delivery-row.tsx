"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronRight, RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/components/api/trpc";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useDates } from "@/components/workspace/dates";
import type { Attempt, Delivery } from "@/server/webhooks/contract";
import { useEndpoints } from "./use-endpoints";

const tones = { waiting: "warn", delivered: "ok", failed: "danger" } as const;

/** One line of the log; opened, it shows what is sent and every answer. */
export function DeliveryRow({ delivery }: { delivery: Delivery }) {
  const t = useTranslations("integrations.webhooks");
  const dates = useDates();
  const [open, setOpen] = useState(false);
  const { id, type, status, attempts, nextAt, createdAt } = delivery;
  return (
    <li className="py-1">
      <button
        type="button"
        aria-expanded={open}
        aria-label={t("details", { type })}
        onClick={() => setOpen(!open)}
        className="flex w-full items-center gap-2 rounded-md py-1.5 text-left hover:bg-ink/4"
      >
        <ChevronRight
          className={cn("size-4 shrink-0 text-ink-muted transition-transform", open && "rotate-90")}
        />
        <span className="min-w-0 flex-1">
          <code className="font-mono text-sm break-all">{type}</code>
          <span className="block text-sm text-ink-muted">
            {dates.moment(createdAt)} · {t("attempts", { count: attempts })}
            {nextAt && status === "waiting" && ` · ${t("nextAt", { when: dates.moment(nextAt) })}`}
          </span>
        </span>
        <Badge tone={tones[status]}>{t(`state.${status}`)}</Badge>
      </button>
      {open && <Details id={id} />}
    </li>
  );
}

function Details({ id }: { id: string }) {
  const t = useTranslations("integrations.webhooks");
  const { replay } = useEndpoints();
  const { data } = useQuery(useTRPC().webhooks.delivery.queryOptions({ deliveryId: id }));
  if (!data) return <SkeletonRows rows={2} />;
  return (
    <div className="flex flex-col gap-3 py-2 pl-6">
      <ul className="flex flex-col gap-2">
        {data.attempts.map((attempt) => (
          <AttemptLine key={attempt.id} attempt={attempt} />
        ))}
      </ul>
      <div>
        <p className="mb-1 text-sm font-medium text-ink-muted">{t("body")}</p>
        <pre
          // A long body scrolls, which a keyboard can do only in focus.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          className="max-h-64 overflow-auto rounded-md bg-sunken p-3 font-mono text-sm break-words whitespace-pre-wrap"
        >
          {data.body ? pretty(data.body) : t("noBody")}
        </pre>
      </div>
      <div>
        <Button size="sm" pending={replay.isPending} onClick={() => replay.mutate({ deliveryId: id })}>
          <RotateCcw />
          {t("replay")}
        </Button>
      </div>
    </div>
  );
}

function AttemptLine({ attempt: { status, reason, excerpt, ms, at } }: { attempt: Attempt }) {
  const t = useTranslations("integrations.webhooks");
  const dates = useDates();
  const isGood = status !== null && status >= 200 && status < 300;
  return (
    <li className="text-sm">
      <p className="flex flex-wrap items-center gap-x-2 text-ink-muted">
        <Badge tone={isGood ? "ok" : "danger"}>{status ?? t("noAnswer", { reason: reason ?? "" })}</Badge>
        <span>{dates.moment(at)}</span>
        <span>{t("took", { ms })}</span>
      </p>
      {excerpt && <p className="mt-1 font-mono break-words text-ink-muted">{excerpt}</p>}
    </li>
  );
}

function pretty(body: string): string {
  return JSON.stringify(JSON.parse(body), null, 2);
}
