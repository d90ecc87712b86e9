const kind = "kanban-card";

type Data = Record<string | symbol, unknown>;

/** What a card dragged by mouse carries. */
export const dragData = (cardId: string): Data => ({ kind, cardId });

/** The dragged card's id; null for anything else that is dragged. */
export function draggedCard(data: Data): string | null {
  return data.kind === kind && typeof data.cardId === "string" ? data.cardId : null;
}
