"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDirectory } from "@/components/deals/use-directory";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { StageDot } from "@/components/ui/stage-dot";
import type { BulkDialogProps } from "./bulk-dialog-props";

/** Many records go to one stage; to a lost one with the reason for all of them. */
export function BulkMoveDialog({ entity, count, start, pending, onClose }: BulkDialogProps) {
  const t = useTranslations("records.bulk");
  const ui = useTranslations("ui");
  const { pipelines, lossReasons, stage: stageOf } = useDirectory();
  const [stageId, setStageId] = useState<string | null>(null);
  const [lossReasonId, setLossReasonId] = useState<string | null>(null);
  const own = pipelines.filter((pipeline) => pipeline.entity === entity);
  const isLost = stageOf(stageId)?.outcome === "lost";
  const ready = stageId !== null && (!isLost || lossReasonId !== null);
  const submit = async () => {
    if (!stageId) return;
    if (await start({ type: "move", stageId, lossReasonId: isLost ? lossReasonId : null })) onClose();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="sm"
        title={t("action.move")}
        description={t("moveText")}
        footer={
          <>
            <Button onClick={onClose}>{ui("cancel")}</Button>
            <Button variant="primary" pending={pending} disabled={!ready} onClick={() => void submit()}>
              {t("move", { count })}
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-3">
          <Field label={t("stage")} required>
            <Combobox
              options={own.flatMap(({ name, stages }) =>
                stages.map((stage) => ({
                  value: stage.id,
                  label: stage.name,
                  icon: <StageDot colour={stage.colour} />,
                  ...(own.length > 1 && { hint: name }),
                })),
              )}
              value={stageId}
              onValueChange={setStageId}
            />
          </Field>
          {isLost && (
            <Field label={t("lossReason")} required>
              <Combobox
                options={lossReasons.map(({ id, name }) => ({ value: id, label: name }))}
                value={lossReasonId}
                onValueChange={setLossReasonId}
              />
            </Field>
          )}
        </div>
      </DialogContent>
    </Dialog>
  );
}
