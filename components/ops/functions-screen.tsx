"use client";

import { useQuery } from "@tanstack/react-query";
import { SquareFunction } from "lucide-react";
import { useNow, useTranslations } from "next-intl";
import { PageBody, PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Link } from "@/components/ui/link";
import type { FunctionView, Trigger } from "@/server/operations/contract";
import { functionsQuery } from "./api";
import { useFunctionName } from "./function-name";
import { useRefreshing } from "./refresh";
import { RunListSkeleton } from "./run-list";
import { StaleNote } from "./stale-note";
import { useTimes } from "./times";

/** What this installation does by itself, and what starts it. */
export function FunctionsScreen() {
  const t = useTranslations("ops.functions");
  const functions = useQuery({ ...functionsQuery(), ...useRefreshing() });
  return (
    <>
      <PageHeader title={t("title")} text={t("text")} />
      <PageBody>
        <StaleNote show={functions.isError && functions.data !== undefined} />
        {functions.data ? (
          <FunctionList functions={functions.data} />
        ) : functions.isError ? (
          <ErrorState onRetry={() => void functions.refetch()} />
        ) : (
          <RunListSkeleton />
        )}
      </PageBody>
    </>
  );
}

function FunctionList({ functions }: { functions: FunctionView[] }) {
  const t = useTranslations("ops.functions");
  if (functions.length === 0)
    return <EmptyState icon={<SquareFunction />} title={t("empty")} text={t("emptyText")} />;
  return (
    <ul aria-label={t("title")} className="rounded-lg bg-surface shadow-low">
      {functions.map((one) => (
        <FunctionRow key={one.id} one={one} />
      ))}
    </ul>
  );
}

function FunctionRow({ one }: { one: FunctionView }) {
  const t = useTranslations("ops.functions");
  const functionName = useFunctionName();
  const times = useTimes();
  const now = useNow({ updateInterval: 10_000 });
  const runs = `/ops/runs?function=${encodeURIComponent(one.id)}`;
  return (
    <li className="grid gap-x-4 gap-y-1 border-b px-4 py-3 last:border-b-0 md:grid-cols-[minmax(0,1.2fr)_minmax(0,1.3fr)_13rem]">
      <div className="min-w-0">
        <Link href={runs} className="font-medium hover:underline">
          {functionName(one.id)}
        </Link>
        <p className="text-sm break-all text-ink-muted">{one.id}</p>
      </div>
      <ul className="flex flex-col gap-0.5">
        {one.triggers.map((trigger) => (
          <li key={"cron" in trigger ? trigger.cron : trigger.event}>
            <TriggerText trigger={trigger} />
          </li>
        ))}
      </ul>
      <div className="text-sm text-ink-muted md:text-right">
        <p>
          {t("runs", { count: one.runs })}
          {one.failed > 0 && (
            <Link href={`${runs}&state=failed`} className="ml-2">
              <Badge tone="danger">{t("failed", { count: one.failed })}</Badge>
            </Link>
          )}
        </p>
        {one.lastRunAt && (
          <p>
            {t("last", { when: times.relative(one.lastRunAt, one.lastRunAt > now ? one.lastRunAt : now) })}
          </p>
        )}
        <p>{t("attempts", { count: one.maxAttempts })}</p>
      </div>
    </li>
  );
}

function TriggerText({ trigger }: { trigger: Trigger }) {
  const t = useTranslations("ops.functions");
  const code = (text: string) => <code className="rounded-sm bg-sunken px-1 py-0.5 break-all">{text}</code>;
  if ("cron" in trigger) return <>{t.rich("onSchedule", { code: () => code(trigger.cron) })}</>;
  return (
    <>
      {t.rich("onEvent", { code: () => code(trigger.event) })}
      {trigger.expression && (
        <span className="block text-sm text-ink-muted">
          {t.rich("onlyIf", { code: () => code(trigger.expression ?? "") })}
        </span>
      )}
    </>
  );
}
