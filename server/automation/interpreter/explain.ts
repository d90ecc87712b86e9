import { type Filter, type Leaf, matches } from "@/server/filter";
import type { Json } from "./definition";

/** A clause that did not hold, and the value it saw; `negated` when it held and should not have. */
export type Miss = { clause: Leaf; seen: Json; negated: boolean };

/**
 * Why a condition did not hold: of `and` the first clause that failed, of `or` every alternative. Empty when it
 * holds; `null` stands for a value that is absent.
 */
export function explain(filter: Filter, read: (field: string) => Json): { matched: boolean; misses: Miss[] } {
  const matched = matches(filter, read);
  return { matched, misses: matched ? [] : missesOf(filter, read, false) };
}

// `negated` carries a `not` downwards, by De Morgan: under it, an `and` fails like an `or`.
function missesOf(filter: Filter, read: (field: string) => Json, negated: boolean): Miss[] {
  if ("not" in filter) return missesOf(filter.not, read, !negated);
  if ("and" in filter) return ofMany(filter.and, negated ? "every" : "first", read, negated);
  if ("or" in filter) return ofMany(filter.or, negated ? "first" : "every", read, negated);
  return matches(filter, read) === negated ? [{ clause: filter, seen: read(filter.field), negated }] : [];
}

function ofMany(
  parts: Filter[],
  which: "first" | "every",
  read: (field: string) => Json,
  negated: boolean,
): Miss[] {
  const failing = parts.filter((part) => matches(part, read) === negated);
  const told = which === "first" ? failing.slice(0, 1) : failing;
  return told.flatMap((part) => missesOf(part, read, negated));
}
