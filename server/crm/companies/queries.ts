import type { z } from "zod";
import { company } from "@/db/schema/crm";
import { startingWith } from "@/server/crm/records";
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

/** @throws INVALID at `companyId` when the company is not one of the organization's */
export function assertCompany(tx: Transaction, ctx: Context, id: string | null | undefined): Promise<void> {
  return assertReference(tx, ctx, { table: company, field: "companyId", goneAt: company.deletedAt }, id);
}
