import { company } from "@/db/schema/crm";
import { type Creation, reachedBy, registerRecord, writeFirstPoints } from "@/server/crm/records";
import { keepFiles, readNewCustom } from "@/server/fields";
import { fold } from "@/server/filter";
import { assertMember } from "@/server/identity";
import { authorize, type Context, inOrganization, invariant, recordEvent } from "@/server/platform";
import { companyShape } from "./company-type";
import { type Company, CreateCompany } from "./contract";
import { companyCreated } from "./events";

/** Adds an organisation that buys; its owner is the creator unless another is named. @throws INVALID at the field */
export async function createCompany(
  ctx: Context,
  input: CreateCompany,
  { isSample = false, incomplete = false }: Creation = {},
): Promise<Company> {
  const { custom, points: given, ...values } = CreateCompany.parse(input);
  const ownerId = values.ownerId === undefined ? (ctx.member?.id ?? null) : values.ownerId;
  authorize(ctx, "company.create", { ownerId });
  return inOrganization(ctx, async (tx) => {
    await assertMember(tx, ctx, ownerId);
    const own = await readNewCustom(ctx, tx, "company", custom, { incomplete });
    const { points, phone, email } = reachedBy({ ...values, points: given });
    const id = ctx.newId();
    await registerRecord(tx, ctx, { id, entity: "company", title: values.name });
    await keepFiles(tx, ctx, id, own.files);
    const [created] = await tx
      .insert(company)
      .values({
        ...own.slots,
        ...values,
        ...{ id, ownerId, phone, email, isSample },
        organizationId: ctx.organizationId,
        nameLower: fold(values.name),
        custom: own.custom,
        createdAt: ctx.now(),
        updatedAt: ctx.now(),
      })
      .returning(companyShape);
    invariant(created, "an insert returns its row");
    await writeFirstPoints(tx, ctx, created, points);
    await recordEvent(tx, ctx, companyCreated, {
      ...{ recordId: id, version: 1 },
      data: { name: created.name, ownerId: created.ownerId },
    });
    return created;
  });
}
