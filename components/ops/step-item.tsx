"use client";

import { Ban, Check, Clock, CornerDownRight, Ear, Hourglass, Play, RotateCcw, Send, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import type { StepKind, StepView } from "@/server/operations/contract";
import { FaultNote } from "./fault-note";
import { JsonBlock } from "./json-block";
import { useStepName } from "./step-name";
import { elapsed, useTimes } from "./times";

const kinds: Record<StepKind, ReactNode> = {
  run: <Play />,
  sleep: <Clock />,
  wait: <Ear />,
  invoke: <CornerDownRight />,
  send: <Send />,
  other: <Play />,
};

const marks: Record<StepView["status"], { icon: ReactNode; className: string }> = {
  completed: { icon: <Check />, className: "bg-ok-soft text-ok-text" },
  failed: { icon: <X />, className: "bg-danger-soft text-danger-text" },
  retrying: { icon: <RotateCcw />, className: "bg-warn-soft text-warn-text" },
  stopped: { icon: <Ban />, className: "bg-ink/7 text-ink-muted" },
  pending: { icon: <Hourglass />, className: "bg-accent-soft text-accent-text" },
};

/** One step on the timeline: what it was, when, how long, how often tried, and what came of it. */
export function StepItem({ step, now }: { step: StepView; now: Date }) {
  const t = useTranslations("ops.step");
  const times = useTimes();
  const stepName = useStepName();
  const { icon, className } = marks[step.status];
  const took = elapsed(step.startedAt, step.endedAt, now);
  return (
    <li className="group/step relative flex gap-3 pb-4 last:pb-0">
      <span aria-hidden className="absolute top-7 bottom-0 left-3.5 w-px bg-line group-last/step:hidden" />
      <span
        role="img"
        aria-label={t(`status.${step.status}`)}
        className={cn("grid size-7 shrink-0 place-items-center rounded-full [&_svg]:size-3.5", className)}
      >
        {icon}
      </span>
      <div className="min-w-0 flex-1 pt-1">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span className="font-medium break-words">{stepName(step.name)}</span>
          <span className="tabular ml-auto text-sm text-ink-muted">{took !== null && times.span(took)}</span>
        </p>
        <p className="flex flex-wrap items-center gap-x-3 text-sm text-ink-muted">
          <span className="inline-flex items-center gap-1 [&_svg]:size-3">
            <span aria-hidden>{kinds[step.kind]}</span>
            {t(`kind.${step.kind}`)}
          </span>
          <span className="tabular">{times.moment(step.startedAt)}</span>
          {step.attempts > 1 || step.status === "retrying" ? (
            <span>{t("attempts", { count: step.attempts })}</span>
          ) : null}
        </p>
        <Expected step={step} now={now} />
        <Leads step={step} />
        {step.fault && (
          <div className="mt-2">
            <FaultNote fault={step.fault} />
          </div>
        )}
        {step.output && (
          <details className="mt-1">
            <summary className="text-sm text-ink-muted">{t("output")}</summary>
            <div className="mt-1">
              <JsonBlock value={step.output} label={t("output")} />
            </div>
          </details>
        )}
      </div>
    </li>
  );
}

const mostEvents = 5;

/** To the run it invoked and to what the events it sent set going. */
function Leads({ step: { invokedRunId, sentEventIds } }: { step: StepView }) {
  const t = useTranslations("ops.step");
  const leads = [
    ...(invokedRunId ? [{ href: `/ops/runs/${invokedRunId}`, text: t("invokedRun") }] : []),
    ...sentEventIds.slice(0, mostEvents).map((id, index) => ({
      href: `/ops/runs?event=${encodeURIComponent(id)}`,
      text:
        sentEventIds.length === 1
          ? t("sentEvent")
          : t("sentEventOf", { number: index + 1, count: sentEventIds.length }),
    })),
  ];
  if (leads.length === 0) return null;
  return (
    <p className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
      {leads.map(({ href, text }) => (
        <Link key={href} href={href} className="text-accent-text underline-offset-3 hover:underline">
          {text}
        </Link>
      ))}
    </p>
  );
}

function Expected({ step, now }: { step: StepView; now: Date }) {
  const t = useTranslations("ops.step");
  const times = useTimes();
  if (step.status !== "pending") return null;
  const until = step.dueAt && `${times.moment(step.dueAt)} (${times.relative(step.dueAt, now)})`;
  if (step.kind === "wait" && step.eventName && until)
    return <p className="mt-1">{t("waitsForEvent", { event: step.eventName, until })}</p>;
  if (step.kind === "invoke") return <p className="mt-1">{t("waitsForRun")}</p>;
  return until ? <p className="mt-1">{t("until", { until })}</p> : null;
}
