"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { ActionCatalogue } from "./action-catalogue";
import { EditorView } from "./editor-view";
import { ListView } from "./list-view";
import { draftOf, newDraft, type RobotDraft } from "./robot-draft";
import type { RobotPlace } from "./robot-place";
import { SheetFrame } from "./sheet-frame";
import { useSources } from "./use-sources";

type View = { at: "list" } | { at: "catalogue" } | { at: "editor"; draft: RobotDraft };

type RobotViewsProps = {
  place: RobotPlace;
  unsaved: boolean;
  onUnsaved: (unsaved: boolean) => void;
  /** The sheet is about to close over unsaved changes. */
  asking: boolean;
  onStay: () => void;
  onLeave: () => void;
};

/** What the sheet shows: the list, the catalogue of actions, or one robot's editor. */
export function RobotViews({ place, unsaved, onUnsaved, asking, onStay, onLeave }: RobotViewsProps) {
  const t = useTranslations("robots.sheet");
  const [view, setView] = useState<View>({ at: "list" });
  const [goingBack, setGoingBack] = useState(false);
  const { sources, error, retry } = useSources(place.of);
  const toList = () => {
    setGoingBack(false);
    onUnsaved(false);
    setView({ at: "list" });
  };
  const title = t("title", { stage: place.name });
  if (!sources) {
    return (
      <SheetFrame title={title}>
        {error ? <ErrorState onRetry={() => void retry()} /> : <SkeletonRows rows={4} className="pt-2" />}
      </SheetFrame>
    );
  }
  if (view.at === "list") {
    return (
      <ListView
        place={place}
        sources={sources}
        onAdd={() => setView({ at: "catalogue" })}
        onEdit={(robot) => setView({ at: "editor", draft: draftOf(robot) })}
      />
    );
  }
  if (view.at === "catalogue") {
    return (
      <SheetFrame title={t("choose")} description={title} onBack={toList}>
        <ActionCatalogue
          actions={sources.actions}
          onPick={(action) => setView({ at: "editor", draft: newDraft(action.type) })}
        />
      </SheetFrame>
    );
  }
  return (
    <>
      <EditorView
        place={place}
        sources={sources}
        initial={view.draft}
        onUnsaved={onUnsaved}
        onSaved={toList}
        onBack={() => (unsaved ? setGoingBack(true) : toList())}
      />
      <ConfirmDialog
        open={asking || goingBack}
        onOpenChange={(open) => {
          if (open) return;
          setGoingBack(false);
          onStay();
        }}
        danger
        title={t("unsavedTitle")}
        text={t("unsavedText")}
        confirmLabel={t("discard")}
        onConfirm={goingBack ? toList : onLeave}
      />
    </>
  );
}
