"use client";

import { useState } from "react";
import { Sheet } from "@/components/ui/sheet";
import type { RobotPlace } from "./robot-place";
import { RobotViews } from "./robot-views";

type RobotsSheetProps = {
  place: RobotPlace;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** The robots of a stage or a status, in a panel at the side. Nothing is fetched until it opens. */
export function RobotsSheet({ place, open, onOpenChange }: RobotsSheetProps) {
  // Counts the openings: each begins with the list, and a closing one keeps its view until it is gone.
  const [opening, setOpening] = useState(0);
  const [wasOpen, setWasOpen] = useState(false);
  // What is being edited, unsaved, asks before it is let go.
  const [unsaved, setUnsaved] = useState(false);
  const [asking, setAsking] = useState(false);
  if (open !== wasOpen) {
    setWasOpen(open);
    if (open) setOpening(opening + 1);
  }
  const close = () => {
    setAsking(false);
    setUnsaved(false);
    onOpenChange(false);
  };
  const change = (next: boolean) => {
    if (next) onOpenChange(true);
    else if (unsaved) setAsking(true);
    else close();
  };
  return (
    <Sheet open={open} onOpenChange={change}>
      {opening > 0 && (
        <RobotViews
          key={opening}
          place={place}
          unsaved={unsaved}
          onUnsaved={setUnsaved}
          asking={asking}
          onStay={() => setAsking(false)}
          onLeave={close}
        />
      )}
    </Sheet>
  );
}
