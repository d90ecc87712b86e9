import { companyType } from "@/server/crm/companies";
import { contactType } from "@/server/crm/contacts";
import { dealType } from "@/server/crm/deals";
import { invoiceType } from "@/server/crm/invoices";
import { leadType } from "@/server/crm/leads";
import { itemType } from "@/server/crm/lists";
import { productType } from "@/server/crm/products";
import type { BaseRecord, RecordType } from "@/server/crm/records";
import type { StagedRow, StagedType } from "@/server/crm/staged";
import { AppError, type Entity, isStaged, type StagedEntity } from "@/server/platform";

/** A record type whose row nobody here looks into. */
export type AnyRecordType = RecordType<BaseRecord>;

// Each type reads its own rows only; the general verbs hand a row back to the type it came from.
const general = (type: unknown) => type as AnyRecordType;

/** Every kind of record there is. A new one is a line here. */
const types: Record<Entity, AnyRecordType> = {
  deal: general(dealType),
  lead: general(leadType),
  contact: general(contactType),
  company: general(companyType),
  product: general(productType),
  invoice: general(invoiceType),
  list_item: general(itemType),
};

export const recordTypes: readonly AnyRecordType[] = Object.values(types);

/** The record type of an entity. */
export function recordTypeOf(entity: Entity): AnyRecordType {
  return types[entity];
}

/** A staged type whose row nobody here looks into. */
export type AnyStagedType = StagedType<StagedRow>;

const generalStaged = (type: unknown) => type as AnyStagedType;

/** Every kind of record that stands on stages. A new one is a line here: the board's rules and robots then know it. */
const staged: Record<StagedEntity, AnyStagedType> = {
  deal: generalStaged(dealType),
  lead: generalStaged(leadType),
};

/** The type of an entity that stands on stages. @throws NOT_FOUND when it stands on none */
export function stagedTypeOf(entity: Entity): AnyStagedType {
  if (!isStaged(entity)) throw new AppError("NOT_FOUND");
  return staged[entity];
}
