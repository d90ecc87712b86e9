"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDirectory } from "@/components/deals/use-directory";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import { RadioGroup, RadioItem } from "@/components/ui/radio-group";

type LossReasonDialogProps = {
  card: { title: string; lossReasonId: string | null };
  pending: boolean;
  onChoose: (lossReasonId: string) => void;
  onClose: () => void;
};

/** Asks why a deal or a lead was lost before it is; without an answer it stays where it was. */
export function LossReasonDialog({ card, pending, onChoose, onClose }: LossReasonDialogProps) {
  const t = useTranslations("board.loss");
  const { lossReasons } = useDirectory();
  const [chosen, setChosen] = useState(card.lossReasonId ?? "");
  const real = lossReasons.filter((reason) => reason.class === "real");
  const technical = lossReasons.filter((reason) => reason.class === "technical");
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="sm"
        firstFocus={reasonToFocus}
        title={t("title")}
        description={t("text", { title: card.title })}
        footer={
          <>
            <Button onClick={onClose}>{t("cancel")}</Button>
            <Button variant="primary" disabled={!chosen} pending={pending} onClick={() => onChoose(chosen)}>
              {t("confirm")}
            </Button>
          </>
        }
      >
        {lossReasons.length === 0 && <EmptyState title={t("none")} text={t("noneText")} />}
        <RadioGroup value={chosen} onValueChange={setChosen} aria-label={t("title")}>
          {real.map((reason) => (
            <RadioItem key={reason.id} value={reason.id} label={reason.name} />
          ))}
          {technical.length > 0 && (
            <p className="mt-2 text-sm font-medium text-ink-muted">{t("technical")}</p>
          )}
          {technical.map((reason) => (
            <RadioItem key={reason.id} value={reason.id} label={reason.name} />
          ))}
        </RadioGroup>
      </DialogContent>
    </Dialog>
  );
}

// The reason chosen before, or else the first one: an arrow key then chooses at once.
function reasonToFocus(dialog: HTMLElement): HTMLElement | null {
  const reasons = [...dialog.querySelectorAll<HTMLElement>("[role=radio]")];
  return reasons.find((reason) => reason.getAttribute("aria-checked") === "true") ?? reasons[0] ?? null;
}
