import { edgeAt, type Point } from "@/components/touch-drag/geometry";
import type { DropTarget } from "./place";

/** What a card is dropped on at a point of the screen, by what lies under it there; null outside of the board. */
export function targetAt(under: Element | null, at: Point): DropTarget | null {
  const tab = under?.closest<HTMLElement>("[data-tab]")?.dataset.tab;
  if (tab) return { on: "tab", columnId: tab };
  const columnId = under?.closest<HTMLElement>("[data-column-id]")?.dataset.columnId;
  if (!under || !columnId) return null;
  const place = under.closest<HTMLElement>("[data-drop=card]");
  const cardId = place?.querySelector<HTMLElement>("[data-card-id]")?.dataset.cardId;
  if (place && cardId) {
    return { on: "card", columnId, cardId, edge: edgeAt(at.y, place.getBoundingClientRect()) };
  }
  return { on: under.closest("[data-drop=head]") ? "head" : "rest", columnId };
}
