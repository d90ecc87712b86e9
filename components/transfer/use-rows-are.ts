import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { useLists } from "@/components/lists/use-lists";
import { type Importable, importable } from "@/server/transfer/contract";

/** What the rows of a file are, as the way here tells: from a list of leads they are leads. */
export type RowsAre = { entity: Importable; listId?: string } | null;

/** Reads it from the address. Of a list that is not there nothing is told. */
export function useRowsAre(): { rowsAre: RowsAre; listName: string | null } {
  const [{ of, list }] = useQueryStates({ of: parseAsStringLiteral(importable), list: parseAsString });
  const lists = useLists();
  const found = lists.data?.find(({ id }) => id === list);
  if (of === "list_item")
    return found
      ? { rowsAre: { entity: of, listId: found.id }, listName: found.name }
      : { rowsAre: null, listName: null };
  return { rowsAre: of ? { entity: of } : null, listName: null };
}
