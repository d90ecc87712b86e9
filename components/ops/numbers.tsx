"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import type { Overview } from "@/server/operations/contract";
import { useTimes } from "./times";

/** The state of the queue in four numbers. */
export function Numbers({ overview }: { overview: Overview }) {
  const t = useTranslations("ops.numbers");
  const times = useTimes();
  const { queueDepth, lagMs, running, waiting, failedToday } = overview;
  return (
    <dl className="grid grid-cols-2 gap-3 md:grid-cols-4">
      <Tile
        name={t("queue")}
        value={times.count(queueDepth)}
        text={queueDepth > 0 ? t("queueText", { lag: times.span(lagMs) }) : t("queueNone")}
      />
      <Tile name={t("running")} value={times.count(running)} text={t("runningText")} />
      <Tile name={t("waiting")} value={times.count(waiting)} text={t("waitingText")} />
      <Tile
        name={t("failed")}
        value={times.count(failedToday)}
        text={t("failedText")}
        href="/ops/runs?state=failed"
        alarming={failedToday > 0}
      />
    </dl>
  );
}

type TileProps = { name: string; value: string; text: string; href?: string; alarming?: boolean };

function Tile({ name, value, text, href, alarming }: TileProps) {
  return (
    <div className="relative rounded-lg bg-surface px-4 py-3 shadow-low has-[a:hover]:bg-sunken">
      <dt className="text-sm font-medium text-ink-muted">
        {href ? (
          <Link href={href} className="after:absolute after:inset-0 after:rounded-lg">
            {name}
          </Link>
        ) : (
          name
        )}
      </dt>
      <dd>
        <span className={cn("tabular block text-2xl font-semibold", alarming && "text-danger-text")}>
          {value}
        </span>
        <span className="block text-sm text-ink-muted">{text}</span>
      </dd>
    </div>
  );
}
