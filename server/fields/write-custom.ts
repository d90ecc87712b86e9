import { and, eq, isNull, sql } from "drizzle-orm";
import type { ZodError } from "zod";
import { record } from "@/db/schema/crm-records";
import { member } from "@/db/schema/identity";
import {
  AppError,
  assertReference,
  type Context,
  type Entity,
  invalidInput,
  type Transaction,
} from "@/server/platform";
import type { CustomField } from "./contract";
import { heldFields } from "./custom-fields";
import { checkedFiles, filesIn } from "./file-values";
import type { InList } from "./in-list";
import { slotValue } from "./slots";
import { heldTags, tagsKey } from "./tags-field";
import { valuesSchema } from "./values";

/** Custom values as they are written: the whole object, and the slots of those that changed. */
export type CustomChanges = {
  custom: Record<string, unknown>;
  slots: Record<string, unknown>;
  /** What was read, by key. */
  values: Record<string, unknown>;
  /** The files among them, for `keepFiles` once the record is written. */
  files: string[];
};

/**
 * Reads custom values from outside and lays them over those a record has. `before` is null for a new record that must
 * bring every required field; `recordId` is null for a new one too. A required value may be changed and not emptied.
 * @throws INVALID at the field's key, FIELD_REQUIRED
 */
export async function readCustom(
  ctx: Context,
  tx: Transaction,
  of: Entity | InList,
  input: Record<string, unknown>,
  before: Record<string, unknown> | null,
  recordId: string | null = null,
): Promise<CustomChanges> {
  const { entity, listId } = typeof of === "string" ? { entity: of, listId: null } : of;
  const held = await heldFields(ctx, tx, { entity, listId });
  const fields = tagsKey in input ? [...held, await heldTags(ctx, tx, entity)] : held;
  const changes = laidOver(fields, parsed(fields, input), before);
  for (const field of fields) await assertThere(tx, ctx, field, changes.values[field.key]);
  const files: string[] = [];
  for (const field of fields) {
    const value = changes.values[field.key];
    if (field.type !== "file" || filesIn(value).length === 0) continue;
    const checked = await checkedFiles(tx, ctx, field, { value, before: before?.[field.key], recordId });
    changes.values[field.key] = checked;
    changes.custom[field.key] = checked;
    files.push(...checked.map(({ id }) => id));
  }
  return { ...changes, files };
}

/** Nothing of the organization's own is written. */
const nothing: CustomChanges = { custom: {}, slots: {}, values: {}, files: [] };

/**
 * Reads the custom values of a new record; absent input is none. Who can be asked brings every required field: a member,
 * by hand, over the API or with a file. Robots, forms and onboarding have nobody to ask, so what they make may lack some;
 * `incomplete` says the same of what a member makes on the way to something else.
 * @throws INVALID at the field's key, FIELD_REQUIRED
 */
export async function readNewCustom(
  ctx: Context,
  tx: Transaction,
  of: Entity | InList,
  input: Record<string, unknown> | undefined,
  { incomplete = false }: { incomplete?: boolean | undefined } = {},
): Promise<CustomChanges> {
  const mayLack = incomplete || ctx.actor.type !== "member";
  if (input === undefined && mayLack) return nothing;
  return readCustom(ctx, tx, of, input ?? {}, mayLack ? {} : null);
}

/** Reads the custom values of one record among many. @throws INVALID at the field's key */
export type CustomReader = {
  /** The slots in use: a bulk insert names the same columns for every row. */
  slots: readonly string[];
  read(input: Record<string, unknown>, before: Record<string, unknown> | null): CustomChanges;
};

/**
 * As `readCustom` for many records: fields are read and held once. Members and records that values name are not looked
 * up: the caller did. Files are not written so.
 */
export async function customReader(ctx: Context, tx: Transaction, of: InList): Promise<CustomReader> {
  const fields = [...(await heldFields(ctx, tx, of)), await heldTags(ctx, tx, of.entity)];
  const schema = valuesSchema(fields);
  return {
    slots: fields.flatMap((field) => field.slot ?? []),
    read(input, before) {
      const values = schema.safeParse(input);
      if (!values.success) throw refusalOf(fields, input, values.error);
      return laidOver(fields, values.data, before);
    },
  };
}

function laidOver(
  fields: readonly CustomField[],
  values: Record<string, unknown>,
  before: Record<string, unknown> | null,
): CustomChanges {
  if (!before) assertRequired(fields, values);
  const custom = { ...before, ...values };
  const slots: Record<string, unknown> = {};
  for (const field of fields) {
    if (!(field.key in values)) continue;
    const value = values[field.key];
    if (value === null || value === undefined) delete custom[field.key];
    if (field.slot) slots[field.slot] = slotValue(field, value);
  }
  return { custom, slots, values, files: [] };
}

function parsed(fields: readonly CustomField[], input: Record<string, unknown>): Record<string, unknown> {
  const read = valuesSchema(fields).safeParse(input);
  if (read.success) return read.data;
  throw refusalOf(fields, input, read.error);
}

function refusalOf(
  fields: readonly CustomField[],
  input: Record<string, unknown>,
  error: ZodError,
): AppError {
  const [issue] = error.issues;
  const field = fields.find(({ key }) => key === issue?.path[0]);
  const isBlank = issue?.code === "custom" && issue.params?.code === "required";
  return field && (isBlank || input[field.key] === null) ? lacks(field) : invalidInput(error);
}

const lacks = ({ key, label }: CustomField) =>
  new AppError("FIELD_REQUIRED", { name: label }, { field: key });

function assertRequired(fields: readonly CustomField[], values: Record<string, unknown>): void {
  const missing = fields.find((field) => field.required && (values[field.key] ?? null) === null);
  if (missing) throw lacks(missing);
}

/** Whether the member or record that a value names is there still; other values name none. */
export async function isThere(
  tx: Transaction,
  ctx: Context,
  field: CustomField,
  value: unknown,
): Promise<boolean> {
  try {
    await assertThere(tx, ctx, field, value);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

async function assertThere(tx: Transaction, ctx: Context, field: CustomField, value: unknown): Promise<void> {
  if (typeof value !== "string") return;
  if (field.type === "member") {
    await assertReference(tx, ctx, { table: member, field: field.key, goneAt: member.removedAt }, value);
  }
  if (field.type !== "link") return;
  const found = await tx.$count(
    record,
    and(
      eq(record.organizationId, ctx.organizationId),
      eq(record.id, value),
      sql`${record.entity} = ${field.options.linksTo ?? ""}`,
      isNull(record.deletedAt),
    ),
  );
  if (found === 0) throw new AppError("INVALID", { name: field.key }, { field: field.key });
}
