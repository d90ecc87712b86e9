import {
  type Facet,
  type FieldType,
  type Filter,
  inferred,
  type Leaf,
  matches,
  resolve,
} from "@/server/filter";
import type { Json } from "./definition";

/** A clause that did not hold, and the value it saw; `negated` when it held and should not have. */
export type Miss = { clause: Leaf; seen: Json; negated: boolean };

/** What conditions are asked of: values by path, what is known of the fields' types, and when and where it is. */
export type Asked = {
  read: (path: string) => Json;
  types: Readonly<Record<string, FieldType>>;
  now: string;
  timeZone: string;
};

/**
 * Why a condition did not hold: of `and` the first clause that failed, of `or` every alternative. Empty when it
 * holds; `null` stands for a value that is absent.
 */
export function explain(filter: Filter, asked: Asked): { matched: boolean; misses: Miss[] } {
  const matched = holds(filter, asked);
  return { matched, misses: matched ? [] : missesOf(filter, asked, false) };
}

// `negated` carries a `not` downwards, by De Morgan: under it, an `and` fails like an `or`.
function missesOf(filter: Filter, asked: Asked, negated: boolean): Miss[] {
  if ("not" in filter) return missesOf(filter.not, asked, !negated);
  if ("and" in filter) return ofMany(filter.and, negated ? "every" : "first", asked, negated);
  if ("or" in filter) return ofMany(filter.or, negated ? "first" : "every", asked, negated);
  return holds(filter, asked) === negated
    ? [{ clause: filter, seen: asked.read(filter.field), negated }]
    : [];
}

function ofMany(parts: Filter[], which: "first" | "every", asked: Asked, negated: boolean): Miss[] {
  const failing = parts.filter((part) => holds(part, asked) === negated);
  const told = which === "first" ? failing.slice(0, 1) : failing;
  return told.flatMap((part) => missesOf(part, asked, negated));
}

// A clause that cannot be asked any more, since its field became another, does not hold.
function holds(filter: Filter, asked: Asked): boolean {
  if ("and" in filter) return filter.and.every((part) => holds(part, asked));
  if ("or" in filter) return filter.or.some((part) => holds(part, asked));
  if ("not" in filter) return !holds(filter.not, asked);
  const clock = { now: new Date(asked.now), timeZone: asked.timeZone, memberId: null };
  try {
    return matches(
      resolve(filter, () => facetOf(filter, asked), clock),
      null,
    );
  } catch {
    return false;
  }
}

const decimals = 10_000;

function facetOf({ field, operator, value }: Leaf, { read, types }: Asked): Facet {
  const held = read(field);
  const guessed = inferred(held, operator, value);
  const type = types[field] ?? guessed.type;
  if (type === "number") return { ...guessed, type, scale: decimals };
  const isDay = type === "date" && typeof held === "string" && held.length === 10;
  return { ...guessed, type, ...(isDay && { days: true }) };
}
