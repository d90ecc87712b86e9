import { and, eq, like } from "drizzle-orm";
import { generateKeyBetween } from "fractional-indexing";
import { customField } from "@/db/schema/fields";
import {
  AppError,
  authorize,
  type Context,
  type Entity,
  inOrganization,
  invariant,
  recordEvent,
  type Transaction,
} from "@/server/platform";
import { assertList } from "./assert-list";
import { CreateCustomField, type CustomField } from "./contract";
import { customFieldShape, forgetFields } from "./custom-fields";
import { fieldCreated } from "./events";
import { about, lastField, lockFields } from "./field-rows";
import { freeSlot } from "./field-slots";
import { keyOf } from "./key-of";
import { putInSection } from "./layout-rows";
import { assertFilterable, readOptions } from "./options";

const mostFields = 200;

/**
 * Adds a field to the organization's records of an entity, or to one of its lists, at the end.
 * @throws INVALID at `listId` or an option, FORMULA_INVALID, FIELD_SLOTS_FULL, TOO_MANY_FIELDS
 */
export async function createCustomField(ctx: Context, input: CreateCustomField): Promise<CustomField> {
  authorize(ctx, "fields.edit");
  const { options: given, section, ...values } = CreateCustomField.parse(input);
  return inOrganization(ctx, async (tx) => {
    await lockFields(tx, ctx, values.entity);
    await assertList(tx, ctx, values);
    const { count, position } = await lastField(tx, ctx, values);
    if (count >= mostFields) throw new AppError("TOO_MANY_FIELDS", { count: mostFields });
    const options = await readOptions(tx, ctx, values, given);
    if (values.filterable) assertFilterable(values, options);
    const [field] = await tx
      .insert(customField)
      .values({
        ...values,
        organizationId: ctx.organizationId,
        id: ctx.newId(),
        key: await freeKey(tx, ctx, values.entity, values.label),
        options,
        required: values.required && values.type !== "formula",
        position: generateKeyBetween(position, null),
        slot: values.filterable ? await freeSlot(tx, ctx, values) : null,
      })
      .returning(customFieldShape);
    invariant(field, "an insert returns its row");
    forgetFields(tx);
    if (section) await putInSection(tx, ctx, field, { key: field.key, section });
    await recordEvent(tx, ctx, fieldCreated, {
      recordId: field.id,
      data: { ...about(field), type: field.type },
    });
    return field;
  });
}

// Archived fields keep their keys: records still hold their values.
async function freeKey(tx: Transaction, ctx: Context, entity: Entity, label: string): Promise<string> {
  const wanted = keyOf(label);
  const taken = await tx
    .select({ key: customField.key })
    .from(customField)
    .where(
      and(
        eq(customField.organizationId, ctx.organizationId),
        eq(customField.entity, entity),
        like(customField.key, `${wanted.replaceAll("_", "\\_")}%`),
      ),
    );
  const keys = new Set(taken.map((one) => one.key));
  for (let n = 1; ; n++) {
    const key = n === 1 ? wanted : `${wanted}_${n}`;
    if (!keys.has(key)) return key;
  }
}
