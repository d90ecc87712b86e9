"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { RunView } from "@/server/operations/contract";
import { useFaultText } from "./fault-text";
import { useFunctionName } from "./function-name";
import { PhaseBadge } from "./phase-badge";
import { elapsed, useTimes } from "./times";

type RunRowProps = { run: RunView; now: Date };

/** One run in a list: what, for whom, how it goes, and why not. The whole row leads to it. */
export function RunRow({ run, now }: RunRowProps) {
  const t = useTranslations("ops");
  const times = useTimes();
  const functionName = useFunctionName();
  const took = elapsed(run.startedAt, run.endedAt, now);
  return (
    <li className="border-b last:border-b-0">
      <Link
        href={`/ops/runs/${run.id}`}
        className="grid items-start gap-x-3 gap-y-0.5 px-3 py-2 -outline-offset-2 hover:bg-ink/3 max-md:grid-cols-[1fr_auto] md:grid-cols-[8.5rem_minmax(0,1fr)_minmax(0,11rem)_8.5rem_6.5rem]"
      >
        <span className="flex min-w-0">
          <PhaseBadge phase={run.phase} />
        </span>
        <span className="min-w-0 max-md:order-3 max-md:col-span-2">
          <span className="font-medium">{functionName(run.functionId)}</span>{" "}
          <span className="text-sm break-words text-ink-muted">{run.eventName}</span>
        </span>
        <span className="truncate text-ink-muted max-md:order-4 max-md:col-span-2">
          {run.organization ? (run.organization.name ?? run.organization.id) : t("noOrganization")}
        </span>
        <time
          dateTime={run.createdAt.toISOString()}
          title={times.moment(run.createdAt)}
          className="tabular truncate text-sm leading-5 text-ink-muted max-md:order-2"
        >
          {times.relative(run.createdAt, now)}
        </time>
        <span className="tabular text-right text-sm leading-5 text-ink-muted max-md:hidden">
          {took === null ? "—" : times.span(took)}
        </span>
        <Trouble run={run} now={now} />
      </Link>
    </li>
  );
}

function Trouble({ run, now }: RunRowProps) {
  const t = useTranslations("ops.row");
  const times = useTimes();
  const faultText = useFaultText();
  const message = run.fault && faultText(run.fault);
  const next = run.phase === "retrying" && run.nextAt;
  if (!message && !next) return null;
  return (
    <span className="min-w-0 text-sm max-md:order-5 max-md:col-span-2 md:col-span-4 md:col-start-2">
      {message && <span className="line-clamp-2 break-words text-danger-text">{message}</span>}
      {next && <span className="text-ink-muted">{t("nextTry", { when: times.relative(next, now) })}</span>}
    </span>
  );
}
