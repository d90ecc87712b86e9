import { company } from "@/db/schema/crm";
import { type RecordType, reachable } from "@/server/crm/records";
import { assertMember } from "@/server/identity";
import { type Company, CompanyChanges } from "./contract";
import { companyDeleted, companyRestored, companyUpdated } from "./events";
import { companyFields } from "./fields";

export const companyShape = {
  id: company.id,
  name: company.name,
  phone: company.phone,
  email: company.email,
  site: company.site,
  ownerId: company.ownerId,
  version: company.version,
  custom: company.custom,
  createdAt: company.createdAt,
  updatedAt: company.updatedAt,
};

/** What the general verbs need to know of organisations. */
export const companyType: RecordType<Company> = {
  ...reachable<Company>(),
  entity: "company",
  table: company,
  fields: companyFields,
  shape: companyShape,
  changes: CompanyChanges,
  glimpse: ["phone", "email"],
  async check(tx, ctx, changes) {
    await assertMember(tx, ctx, changes.ownerId);
  },
  events: { updated: companyUpdated, deleted: companyDeleted, restored: companyRestored },
};
