import { type Filter, filterSchema } from "@/server/filter/tree";

/** A longer address is cut off by some mail and chat programs; a filter is refused long before. */
const longest = 6_000;

/**
 * A filter as short text for an address: `[~amountMinor~,~gt~,100]` for a question, `{~and~:[…]}` for a group. It is
 * JSON whose quotes and tildes have changed places, since an address takes tildes as they are.
 */
export function encodeFilter(filter: Filter): string {
  return swapped(JSON.stringify(shortened(filter)));
}

/** Reads what `encodeFilter` wrote; null for any other text, and for a tree the schema refuses. */
export function decodeFilter(text: string): Filter | null {
  if (text.length > longest) return null;
  try {
    const read = filterSchema.safeParse(lengthened(JSON.parse(swapped(text)), 0));
    return read.success ? read.data : null;
  } catch {
    // Not JSON: somebody typed into the address.
    return null;
  }
}

type Short = readonly unknown[] | { and: Short[] } | { or: Short[] } | { not: Short };

function shortened(filter: Filter): Short {
  if ("and" in filter) return { and: filter.and.map(shortened) };
  if ("or" in filter) return { or: filter.or.map(shortened) };
  if ("not" in filter) return { not: shortened(filter.not) };
  const { field, operator, value } = filter;
  return value === undefined ? [field, operator] : [field, operator, value];
}

// The depth is the schema's to judge; what lies deeper than any tree it takes is left as it is, and refused there.
function lengthened(short: unknown, depth: number): unknown {
  if (depth > 20 || typeof short !== "object" || short === null) return short;
  if (Array.isArray(short)) {
    const [field, operator, ...rest]: unknown[] = short;
    if (rest.length > 1) return short;
    return rest.length === 0 ? { field, operator } : { field, operator, value: rest[0] };
  }
  return Object.fromEntries(
    Object.entries(short).map(([key, part]: [string, unknown]) => [
      key,
      key !== "not" && Array.isArray(part)
        ? part.map((one: unknown) => lengthened(one, depth + 1))
        : lengthened(part, depth + 1),
    ]),
  );
}

function swapped(text: string): string {
  return text.replace(/["~]/g, (sign) => (sign === "~" ? '"' : "~"));
}
