import { CircleDot, CircleX, Trophy } from "lucide-react";
import type { Stage } from "@/server/pipelines/contract";

export const outcomes = ["open", "won", "lost"] as const;

const icons = {
  open: <CircleDot className="size-4 text-ink-muted" />,
  won: <Trophy className="size-4 text-ok-text" />,
  lost: <CircleX className="size-4 text-danger-text" />,
};

/** The sign of what a stage means for its deals. */
export function outcomeIcon(outcome: Stage["outcome"]) {
  return icons[outcome];
}
