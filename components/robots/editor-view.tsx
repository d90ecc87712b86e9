"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { Button } from "@/components/ui/button";
import type { RobotDraft } from "./robot-draft";
import { RobotEditor } from "./robot-editor";
import type { RobotPlace } from "./robot-place";
import { SheetFrame } from "./sheet-frame";
import { useRobotForm } from "./use-robot-form";
import { useRobotWords } from "./use-robot-words";
import type { RobotSources } from "./use-sources";

type EditorViewProps = {
  place: RobotPlace;
  sources: RobotSources;
  initial: RobotDraft;
  onUnsaved: (unsaved: boolean) => void;
  onSaved: () => void;
  onBack: () => void;
};

/** The sheet's last view: one robot, new or changed. */
export function EditorView({ place, sources, initial, onUnsaved, onSaved, onBack }: EditorViewProps) {
  const t = useTranslations("robots.editor");
  const words = useRobotWords(sources);
  const form = useRobotForm({ initial, place, sources, onSaved });
  const tell = useEffectEvent(onUnsaved);
  useEffect(() => tell(form.dirty), [form.dirty]);
  useEffect(() => {
    if (!form.dirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [form.dirty]);
  return (
    <SheetFrame
      title={initial.name === "" ? words.actionLabel(initial.actionType) : initial.name}
      description={t("place", { stage: place.name, entity: sources.entity })}
      onBack={onBack}
      footer={
        <>
          <Button onClick={onBack}>{t("cancel")}</Button>
          <Button variant="primary" pending={form.pending} onClick={form.save}>
            {t(initial.id ? "save" : "add")}
          </Button>
        </>
      }
    >
      <RobotEditor
        place={place.place}
        draft={form.draft}
        onChange={form.change}
        onWhole={form.setWhole}
        sources={sources}
        errors={form.errors}
        checked={form.checked}
      />
    </SheetFrame>
  );
}
