import { extractClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge/extract-closest-edge";
import type { DropTarget } from "./place";

const kind = "kanban-card";

type Data = Record<string | symbol, unknown>;

/** What a dragged card carries. */
export const dragData = (cardId: string): Data => ({ kind, cardId });

/** The dragged card's id; null for anything else that is dragged. */
export function draggedCard(data: Data): string | null {
  return data.kind === kind && typeof data.cardId === "string" ? data.cardId : null;
}

/** What a drop target says of itself. */
export const dropData = (target: { on: "card" | "head" | "rest"; columnId: string; cardId?: string }): Data =>
  target;

/** The innermost place under the pointer, of those that are ours. */
export function dropTargetOf(targets: readonly { data: Data }[]): DropTarget | null {
  for (const { data } of targets) {
    const { on, columnId, cardId } = data;
    if (typeof columnId !== "string") continue;
    if (on === "card" && typeof cardId === "string") {
      return { on, columnId, cardId, edge: extractClosestEdge(data) === "top" ? "top" : "bottom" };
    }
    if (on === "head" || on === "rest") return { on, columnId };
  }
  return null;
}
