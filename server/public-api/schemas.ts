import { z } from "zod";
import { activityKinds } from "@/server/crm/activities/contract";
import type { AnyRecordType } from "@/server/crm/registry";
import type { Field } from "@/server/fields";
import { type Filter, filterSchema } from "@/server/filter";

/** An instant as answers say it. */
export const instant = z.iso.datetime();

const cursor = z.string().max(2_000).optional();
const limit = z.coerce.number().int().min(1).max(200).default(40);

const flag = z.enum(["true", "false"]).default("false");

const filter = z
  .string()
  .max(20_000)
  .transform((text, issues): Filter => {
    const read = filterSchema.safeParse(jsonOf(text));
    if (read.success) return read.data;
    issues.addIssue({ code: "custom", params: { code: "invalid" } });
    return z.NEVER;
  })
  .optional()
  .meta({
    description: "A condition tree as JSON, see the schema Filter.",
    examples: ['{"field":"outcome","operator":"eq","value":"open"}'],
  });

/** How lists of records are asked for. */
export const ListQuery = z.strictObject({
  filter,
  search: z.string().max(200).optional().meta({ description: "Words of names, phones, emails or numbers." }),
  sort: z
    .string()
    .regex(/^-?[A-Za-z_][A-Za-z0-9_]{0,59}$/)
    .default("-createdAt")
    .meta({ description: "A field's key; a minus before it puts the largest first." }),
  fields: z
    .string()
    .max(4_000)
    .optional()
    .meta({ description: "Keys of the fields wanted, with commas between; all, unless said." }),
  limit,
  cursor: cursor.meta({ description: "`nextCursor` of the page before." }),
  count: flag.meta({ description: "Also say how many records there are in all." }),
});

export const PageQuery = z.strictObject({ limit: limit, cursor });

export const page = (item: z.ZodType) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });
export const list = (item: z.ZodType) => z.object({ items: z.array(item) });

/** A record of a type as answers show it, made from its declared fields. */
export function recordSchema(type: AnyRecordType): z.ZodType {
  const shape = Object.fromEntries(type.fields.map((field) => [field.key, shown(field).optional()]));
  return z
    .object({
      ...shape,
      id: z.uuid(),
      entity: z.literal(type.entity),
      title: z.string(),
      version: z.number().int().meta({ description: "Grows with each change; the ETag." }),
      custom: z
        .record(z.string(), z.unknown())
        .meta({ description: "The organization's own fields by their keys, c_…" }),
    })
    .meta({ id: pascal(type.entity) });
}

function shown(field: Field): z.ZodType {
  const value = valueOf(field).meta({ description: field.label.en });
  return field.nullable ? value.nullable() : value;
}

function valueOf({ type, options }: Field): z.ZodType {
  if (type === "money") return z.number().int();
  if (type === "number") return z.number();
  if (type === "checkbox") return z.boolean();
  if (type === "date" || type === "datetime") return z.iso.datetime();
  if (type === "multi_list" || type === "file" || type === "formula") return z.unknown();
  if (type === "list" && options) return z.enum(options.map(({ id }) => id));
  return z.string();
}

/** `list_item` as a schema's name: ListItem. */
export function pascal(name: string): string {
  return name.replace(/(^|_)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
}

export const customValues = z
  .record(
    z
      .string()
      .regex(/^(c_|tags$)/)
      .max(60),
    z.unknown(),
  )
  .meta({
    description:
      "The organization's own fields by their keys, c_…, and tags, a list of ids; null empties one.",
  });

export const ActivitySchema = z
  .object({
    id: z.uuid(),
    recordId: z.uuid(),
    kind: z.enum(activityKinds),
    title: z.string(),
    description: z.string().nullable(),
    dueAt: instant.nullable(),
    allDay: z.boolean().meta({ description: "Only the day of dueAt counts." }),
    durationMinutes: z.number().int().nullable(),
    doneAt: instant.nullable(),
    result: z.string().nullable(),
    ownerId: z.uuid().nullable(),
    remindMinutes: z
      .number()
      .int()
      .nullable()
      .meta({ description: "So long before dueAt; null: not at all." }),
    createdAt: instant,
  })
  .meta({ id: "Activity" });

export const ActorSchema = z
  .object({
    type: z.enum(["member", "robot", "system"]),
    id: z.string(),
    name: z.string().optional(),
    via: z.string().optional().meta({ description: "The API key that acted for the member." }),
  })
  .meta({ id: "Actor" });

export const EventSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    entity: z.string(),
    recordId: z.uuid(),
    actor: ActorSchema,
    data: z.record(z.string(), z.unknown()),
    occurredAt: instant,
  })
  .meta({ id: "Event" });

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
