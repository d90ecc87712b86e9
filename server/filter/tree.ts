import { z } from "zod";
import { operatorNames } from "./operators";

/** A question about one field. */
export type Leaf = { field: string; operator: (typeof operatorNames)[number]; value?: unknown };

/** A condition tree. An empty `and` holds for every record, an empty `or` for none. */
export type Filter = { and: Filter[] } | { or: Filter[] } | { not: Filter } | Leaf;

const leaf = z.strictObject({
  field: z.string().min(1).max(100),
  operator: z.enum(operatorNames),
  value: z.unknown().optional(),
});

/** Reads a filter from the outside; trees deeper than the parser's stack or wider than 100 are refused. */
export const filterSchema: z.ZodType<Filter> = z.lazy(() =>
  z.union([
    z.strictObject({ and: z.array(filterSchema).max(100) }),
    z.strictObject({ or: z.array(filterSchema).max(100) }),
    z.strictObject({ not: filterSchema }),
    leaf,
  ]),
);
