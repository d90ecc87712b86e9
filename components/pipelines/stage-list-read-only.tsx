"use client";

import { useTranslations } from "next-intl";
import { Badge, StageBadge } from "@/components/ui/badge";
import type { Pipeline, Stage } from "@/server/pipelines/contract";
import type { StagedEntity } from "@/server/platform/permissions";
import { useRequiredNames } from "./required-fields";
import { StageRobots } from "./stage-robots";

/** A pipeline's stages for those who may look but not change. */
export function StageListReadOnly({ pipeline }: { pipeline: Pipeline }) {
  const t = useTranslations("robots.pipelines");
  return (
    <ul
      aria-label={t("stagesOf", { pipeline: pipeline.name })}
      className="divide-y overflow-hidden rounded-lg bg-surface shadow-low"
    >
      {pipeline.stages.map((stage) => (
        <StageLine key={stage.id} stage={stage} entity={pipeline.entity} />
      ))}
    </ul>
  );
}

const tones = { open: "neutral", won: "ok", lost: "danger" } as const;

function StageLine({ stage, entity }: { stage: Stage; entity: StagedEntity }) {
  const t = useTranslations("robots.pipelines");
  const required = useRequiredNames(stage, entity);
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
      <StageBadge colour={stage.colour} className="flex-1 font-medium">
        {stage.name}
      </StageBadge>
      {required && <span className="text-sm text-ink-muted">{t("requires", { fields: required })}</span>}
      <StageRobots stage={stage} />
      <span className="md:w-20">
        <Badge tone={tones[stage.outcome]}>{t(`outcome.${stage.outcome}`)}</Badge>
      </span>
    </li>
  );
}
