"use client";

import {
  Check,
  CircleDashed,
  CircleSlash,
  Clock,
  type LucideIcon,
  RotateCw,
  Square,
  TriangleAlert,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Spinner } from "@/components/ui/spinner";
import type { ProcessStep as Step } from "@/server/automation/contract";
import type { RobotSources } from "./use-sources";
import { useStepWords } from "./use-step-words";

type ProcessStepProps = { step: Step; sources: RobotSources; onRetry?: () => void; retrying: boolean };

const looks: Readonly<Record<Exclude<Step["status"], "working">, { Icon: LucideIcon; tone: string }>> = {
  ran: { Icon: Check, tone: "bg-ok-soft text-ok-text" },
  waiting: { Icon: Clock, tone: "bg-warn-soft text-warn-text" },
  failed: { Icon: TriangleAlert, tone: "bg-danger-soft text-danger-text" },
  stopped: { Icon: Square, tone: "bg-ink/7 text-ink-muted" },
  skipped: { Icon: CircleSlash, tone: "bg-ink/7 text-ink-muted" },
  queued: { Icon: CircleDashed, tone: "bg-ink/7 text-ink-faint" },
};

/** One robot of a run: its name and how it fares. */
export function ProcessStep({ step, sources, onRetry, retrying }: ProcessStepProps) {
  const t = useTranslations("robots.process");
  const words = useStepWords(sources);
  const quiet = step.status === "stopped" || step.status === "skipped" || step.status === "queued";
  return (
    <li className="flex items-start gap-2.5" data-status={step.status}>
      <StepSign status={step.status} />
      <div className="min-w-0 flex-1">
        <p className={cn("font-medium wrap-anywhere", quiet && "text-ink-muted")}>{step.name}</p>
        <p className={cn("wrap-anywhere", step.status === "failed" ? "text-danger-text" : "text-ink-muted")}>
          {words(step)}
        </p>
      </div>
      {onRetry && (
        <Button size="sm" pending={retrying} onClick={onRetry}>
          <RotateCw />
          {t("retry")}
        </Button>
      )}
    </li>
  );
}

function StepSign({ status }: { status: Step["status"] }) {
  const box = "mt-px grid size-5 shrink-0 place-items-center rounded-full [&_svg]:size-3";
  if (status === "working") {
    return (
      <span className={cn(box, "bg-accent-soft text-accent-text")}>
        <Spinner />
      </span>
    );
  }
  const { Icon, tone } = looks[status];
  return (
    <span aria-hidden className={cn(box, tone)}>
      <Icon />
    </span>
  );
}
