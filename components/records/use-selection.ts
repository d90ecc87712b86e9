import { useState } from "react";
import { nothing, type Selection } from "./selection";
import type { ListQuery } from "./use-record-pages";

/** What of a list is selected. It belongs to what was asked: another filter or search selects nothing. */
export function useSelection({ filter, search }: ListQuery) {
  const [selection, setSelection] = useState<Selection>(nothing);
  const asked = JSON.stringify([filter, search]);
  const [selectedIn, setSelectedIn] = useState(asked);
  if (selectedIn !== asked) {
    setSelectedIn(asked);
    setSelection(nothing);
  }
  return [selection, setSelection] as const;
}
