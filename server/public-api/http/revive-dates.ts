import { z } from "zod";

const instant = z.iso.datetime({ offset: true });

/**
 * Instants come as text in JSON, where a contract wants a `Date`: each is read where the schema has one. What is not an
 * instant stays as it came, for the schema to refuse.
 */
export function reviveDates(schema: unknown, value: unknown): unknown {
  if (schema instanceof z.ZodDate) return instant.safeParse(value).success ? new Date(String(value)) : value;
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodReadonly
  )
    return reviveDates(schema.def.innerType, value);
  if (schema instanceof z.ZodPipe) return reviveDates(schema.def.in, value);
  if (schema instanceof z.ZodArray && Array.isArray(value))
    return value.map((item) => reviveDates(schema.def.element, item));
  if (schema instanceof z.ZodObject && typeof value === "object" && value !== null && !Array.isArray(value))
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, reviveDates(schema.shape[key], item)]),
    );
  return value;
}
