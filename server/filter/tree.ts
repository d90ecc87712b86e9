import { z } from "zod";
import { type OperatorName, operatorNames } from "./types";

/** A question about one field. `field` may lead through links: `contactId.companyId.name`. */
export type Leaf = { field: string; operator: OperatorName; value?: unknown };

/** A condition tree. An empty `and` holds for every record, an empty `or` for none. */
export type Filter = { and: Filter[] } | { or: Filter[] } | { not: Filter } | Leaf;

const deepest = 12;

const leaf = z.strictObject({
  field: z.string().min(1).max(200),
  operator: z.enum(operatorNames),
  value: z.unknown().optional(),
});

const tree: z.ZodType<Filter> = z.lazy(() =>
  z.union([
    z.strictObject({ and: z.array(tree).max(100) }),
    z.strictObject({ or: z.array(tree).max(100) }),
    z.strictObject({ not: tree }),
    leaf,
  ]),
);

/** Reads a filter from the outside; trees deeper than 12 or with more than 100 parts at one place are refused. */
export const filterSchema: z.ZodType<Filter> = z
  .unknown()
  .refine((value) => !isDeeper(value, deepest), { params: { code: "too_deep" } })
  .pipe(tree);

/** Every question in the tree. */
export function leavesOf(filter: Filter): Leaf[] {
  if ("and" in filter) return filter.and.flatMap(leavesOf);
  if ("or" in filter) return filter.or.flatMap(leavesOf);
  return "not" in filter ? leavesOf(filter.not) : [filter];
}

// Asked before the tree is walked, so that a deep one ends here and not at the end of the stack.
function isDeeper(value: unknown, left: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (left === 0) return true;
  if ("not" in value) return isDeeper(value.not, left - 1);
  const parts: unknown = "and" in value ? value.and : "or" in value ? value.or : null;
  return Array.isArray(parts) && parts.some((part) => isDeeper(part, left - 1));
}
