"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Entity } from "@/server/fields/contract";

const Within = createContext<string | null>(null);

/** Around whatever shows the records of one list: fields, filters and views inside are that list's. */
export function InList({ listId, children }: { listId: string | null; children: ReactNode }) {
  return <Within value={listId}>{children}</Within>;
}

/** An entity as fields and views are asked for: of list items with the list that is shown. */
export function useInList<E extends Entity>(entity: E): { entity: E; listId?: string } {
  const listId = useContext(Within);
  return entity === "list_item" && listId ? { entity, listId } : { entity };
}
