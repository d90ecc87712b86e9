"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { SortableRow } from "@/components/sortable/sortable-row";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import type { Stage, UpdateStage } from "@/server/pipelines/contract";
import type { StagedEntity } from "@/server/platform/permissions";
import { updateStage } from "./edits";
import { InlineText } from "./inline-text";
import { outcomeIcon, outcomes } from "./outcome";
import { RemoveStage } from "./remove-stage";
import { RequiredFields } from "./required-fields";
import { StageColourButton } from "./stage-colour";
import { StageMenu } from "./stage-menu";
import { StageRobots } from "./stage-robots";
import { useOptimisticPipelines } from "./use-pipelines";

type StageRowProps = { stage: Stage; entity: StagedEntity; onAddAfter: () => void };

/** A stage that is edited where it stands; everything is saved as it is done. */
export function StageRow({ stage, entity, onAddAfter }: StageRowProps) {
  const t = useTranslations("robots.pipelines");
  const [removing, setRemoving] = useState(false);
  const { say, fields } = useRefusals();
  const trpc = useTRPC();
  const optimistic = useOptimisticPipelines();
  const update = useMutation(trpc.pipelines.updateStage.mutationOptions(optimistic(updateStage)));
  const change = (changes: UpdateStage["changes"]) => update.mutateAsync({ stageId: stage.id, changes });
  const save = (changes: UpdateStage["changes"]) => void change(changes).catch(() => undefined);

  const setOutcome = (outcome: Stage["outcome"]) => {
    if (outcome === stage.outcome) return;
    const { outcome: before, name } = stage;
    change({ outcome }).then(
      () =>
        toast.success(t("outcomeChanged", { stage: name, outcome: t(`outcome.${outcome}`) }), {
          undo: () => save({ outcome: before }),
        }),
      () => undefined,
    );
  };
  const wrong = fields(update.error);
  const elsewhere = update.error && !wrong.name ? (wrong.outcome ?? say(update.error)) : undefined;
  return (
    <SortableRow
      id={stage.id}
      handleLabel={t("moveStage", { stage: stage.name })}
      className="flex flex-wrap items-center gap-x-1 bg-surface px-2 py-1.5"
    >
      <StageColourButton stage={stage} onChange={(colour) => save({ colour })} />
      <InlineText
        value={stage.name}
        label={t("stageName")}
        maxLength={80}
        onSave={(name) => change({ name })}
        error={wrong.name}
        className="font-medium"
      />
      <div className="flex items-center gap-1 max-md:order-last max-md:w-full">
        <RequiredFields
          stage={stage}
          entity={entity}
          onChange={(requiredFields) => save({ requiredFields })}
        />
        <StageRobots stage={stage} />
        <Select
          aria-label={t("outcomeOf", { stage: stage.name })}
          aria-invalid={wrong.outcome ? true : undefined}
          className="h-7 w-34 shrink-0 border-transparent bg-transparent text-base! px-2 max-md:h-9 max-md:w-32"
          value={stage.outcome}
          onValueChange={setOutcome}
          options={outcomes.map((value) => ({
            value,
            label: t(`outcome.${value}`),
            icon: outcomeIcon(value),
          }))}
        />
      </div>
      <StageMenu stage={stage} onAddAfter={onAddAfter} onRemove={() => setRemoving(true)} />
      {elsewhere && (
        <p role="alert" className="order-last basis-full pl-15 text-sm text-danger-text">
          {elsewhere}
        </p>
      )}
      <RemoveStage stage={stage} open={removing} onOpenChange={setRemoving} />
    </SortableRow>
  );
}
