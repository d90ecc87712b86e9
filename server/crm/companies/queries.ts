import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { company } from "@/db/schema/crm";
import { startingWith } from "@/server/crm/records";
import { fold } from "@/server/filter";
import {
  assertReference,
  authorize,
  type Context,
  inOrganization,
  type Transaction,
} from "@/server/platform";
import { companyShape } from "./company-type";
import type { Company, FindCompanies } from "./contract";

/** The first twenty companies whose name starts with the text, for pickers. */
export async function findCompanies(
  ctx: Context,
  { search }: z.output<typeof FindCompanies>,
): Promise<Company[]> {
  authorize(ctx, "company.view");
  const { where, orderBy } = startingWith(ctx, company, search);
  return inOrganization(ctx, (tx) =>
    tx.select(companyShape).from(company).where(where).orderBy(orderBy).limit(20),
  );
}

/** Organisations of exactly this name, in whatever case; the first five. */
export async function companiesNamed(ctx: Context, name: string): Promise<{ id: string; name: string }[]> {
  authorize(ctx, "company.view");
  return inOrganization(ctx, (tx) =>
    tx
      .select({ id: company.id, name: company.name })
      .from(company)
      .where(
        and(
          eq(company.organizationId, ctx.organizationId),
          eq(company.nameLower, fold(name)),
          isNull(company.deletedAt),
        ),
      )
      .orderBy(company.id)
      .limit(5),
  );
}

/** @throws INVALID at `companyId` when the company is not one of the organization's */
export function assertCompany(tx: Transaction, ctx: Context, id: string | null | undefined): Promise<void> {
  return assertReference(tx, ctx, { table: company, field: "companyId", goneAt: company.deletedAt }, id);
}
