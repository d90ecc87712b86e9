"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import type { RunDetailsView } from "@/server/operations/contract";
import { elapsed, useTimes } from "./times";

/** For whom, since when, how long, and the ids to look for. */
export function RunFacts({ run }: { run: RunDetailsView }) {
  const t = useTranslations("ops");
  const times = useTimes();
  const took = elapsed(run.startedAt, run.endedAt, run.now);
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
      <Fact name={t("fact.organization")}>
        {run.organization ? (
          <Link
            href={`/ops/runs?organization=${encodeURIComponent(run.organization.id)}`}
            className="underline-offset-3 hover:underline"
          >
            {run.organization.name ?? run.organization.id}
          </Link>
        ) : (
          t("noOrganization")
        )}
      </Fact>
      <Fact name={t("fact.created")}>{times.moment(run.createdAt)}</Fact>
      {run.startedAt && <Fact name={t("fact.started")}>{times.moment(run.startedAt)}</Fact>}
      {run.endedAt && <Fact name={t("fact.ended")}>{times.moment(run.endedAt)}</Fact>}
      {took !== null && <Fact name={t("fact.took")}>{times.span(took)}</Fact>}
      {run.parentRunId && (
        <Fact name={t("fact.parent")}>
          <Link
            href={`/ops/runs/${run.parentRunId}`}
            className="break-all underline-offset-3 hover:underline"
          >
            {run.parentRunId}
          </Link>
        </Fact>
      )}
      <Fact name={t("fact.function")}>{run.functionId}</Fact>
      <Fact name={t("fact.id")}>{run.id}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-muted">{name}</dt>
      <dd className="tabular break-all">{children}</dd>
    </>
  );
}
