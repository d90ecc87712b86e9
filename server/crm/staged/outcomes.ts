import type { FieldOption } from "@/server/fields/contract";

/** What a stage may mean, as choices of a field. */
export const outcomeChoices: readonly FieldOption[] = [
  { id: "open", name: "open", label: { en: "In progress", ru: "В работе" } },
  { id: "won", name: "won", label: { en: "Won", ru: "Выиграна" } },
  { id: "lost", name: "lost", label: { en: "Lost", ru: "Проиграна" } },
];
