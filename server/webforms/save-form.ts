import { webform } from "@/db/schema/webforms";
import { assertMember } from "@/server/identity";
import { assertSource } from "@/server/pipelines";
import {
  AppError,
  authorize,
  type Context,
  inOrganization,
  invariant,
  recordEvent,
  type Transaction,
} from "@/server/platform";
import { askableCustom } from "./askable-fields";
import { type Form, type FormDesign, SaveForm, standardKeys } from "./contract";
import { webformCreated, webformUpdated } from "./events";
import { formOf, formRow, lockForm } from "./form-rows";

/**
 * Makes a form, or changes one. It has to ask for a name, a phone or an email, and for nothing twice.
 * @throws FORBIDDEN, NOT_FOUND, VERSION_CONFLICT, INVALID at the field
 */
export async function saveForm(ctx: Context, input: SaveForm): Promise<Form> {
  authorize(ctx, "forms.edit");
  const { formId, version, closed, ...values } = SaveForm.parse(input);
  return inOrganization(ctx, async (tx) => {
    await assertAskable(tx, ctx, values.design);
    await assertSource(tx, ctx, values.sourceId);
    for (const ownerId of values.ownerIds) await assertMember(tx, ctx, ownerId);
    if (formId === undefined) return create(tx, ctx, { ...values, closedAt: closed ? ctx.now() : null });
    const before = await lockForm(tx, ctx, formId);
    if (version !== undefined && version !== before.version) throw new AppError("VERSION_CONFLICT");
    const [saved] = await tx
      .update(webform)
      .set({
        ...values,
        closedAt: closed ? (before.closedAt ?? ctx.now()) : null,
        version: before.version + 1,
        updatedAt: ctx.now(),
      })
      .where(formRow(ctx, formId))
      .returning();
    invariant(saved, "a locked form is there");
    await recordEvent(tx, ctx, webformUpdated, { recordId: formId, data: { name: saved.name } });
    return formOf(saved);
  });
}

type Values = Pick<typeof webform.$inferInsert, "name" | "design" | "sourceId" | "ownerIds" | "closedAt">;

async function create(tx: Transaction, ctx: Context, values: Values): Promise<Form> {
  const createdBy = ctx.member?.id;
  if (!createdBy) throw new AppError("FORBIDDEN");
  const [made] = await tx
    .insert(webform)
    .values({ ...values, organizationId: ctx.organizationId, id: ctx.newId(), createdBy })
    .returning();
  invariant(made, "an insert returns its row");
  await recordEvent(tx, ctx, webformCreated, { recordId: made.id, data: { name: made.name } });
  return formOf(made);
}

const reachable = ["name", "phone", "email"];

async function assertAskable(tx: Transaction, ctx: Context, { fields }: FormDesign): Promise<void> {
  const keys = fields.map(({ key }) => key);
  const own = await askableCustom(tx, ctx);
  const known = new Set<string>([...standardKeys, ...own.map(({ key }) => key)]);
  const fits = keys.every((key) => known.has(key)) && new Set(keys).size === keys.length;
  if (!fits || !keys.some((key) => reachable.includes(key)))
    throw new AppError("INVALID", {}, { field: "design.fields" });
}
