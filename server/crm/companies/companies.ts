import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import { company } from "@/db/schema/crm";
import {
  assertReference,
  authorize,
  type Context,
  inOrganization,
  recordEvent,
  type Transaction,
} from "@/server/platform";
import type { Company, CreateCompany, FindCompanies } from "./contract";
import { companyCreated } from "./events";

/** Adds an organisation that buys. */
export async function createCompany(
  ctx: Context,
  { name }: z.output<typeof CreateCompany>,
  { isSample = false }: { isSample?: boolean } = {},
): Promise<Company> {
  authorize(ctx, "contact.edit");
  return inOrganization(ctx, async (tx) => {
    const id = ctx.newId();
    await tx.insert(company).values({
      organizationId: ctx.organizationId,
      id,
      name,
      nameLower: name.toLowerCase(),
      ownerId: ctx.member?.id ?? null,
      isSample,
    });
    await recordEvent(tx, ctx, companyCreated, { recordId: id, data: { name } });
    return { id, name };
  });
}

/** The first twenty companies whose name starts with the text, for pickers. */
export async function findCompanies(
  ctx: Context,
  { search }: z.output<typeof FindCompanies>,
): Promise<Company[]> {
  authorize(ctx, "contact.view");
  const prefix = search.toLowerCase();
  return inOrganization(ctx, (tx) =>
    tx
      .select({ id: company.id, name: company.name })
      .from(company)
      .where(
        and(
          eq(company.organizationId, ctx.organizationId),
          isNull(company.deletedAt),
          prefix
            ? sql`${company.nameLower} ~>=~ ${prefix} and ${company.nameLower} ~<~ ${`${prefix}\uffff`}`
            : undefined,
        ),
      )
      .orderBy(asc(company.nameLower))
      .limit(20),
  );
}

/** @throws INVALID at `companyId` when the company is not one of the organization's */
export function assertCompany(tx: Transaction, ctx: Context, id: string | null | undefined): Promise<void> {
  return assertReference(tx, ctx, { table: company, field: "companyId", goneAt: company.deletedAt }, id);
}
