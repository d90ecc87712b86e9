import type { z } from "zod";
import { createCompany } from "@/server/crm/companies";
import { CreateCompany } from "@/server/crm/companies/contract";
import { createContact } from "@/server/crm/contacts";
import { CreateContact } from "@/server/crm/contacts/contract";
import { createDeal } from "@/server/crm/deals";
import { CreateDeal } from "@/server/crm/deals/contract";
import { createInvoice } from "@/server/crm/invoices";
import { CreateInvoice } from "@/server/crm/invoices/contract";
import { createLead } from "@/server/crm/leads";
import { CreateLead } from "@/server/crm/leads/contract";
import { createItem } from "@/server/crm/lists";
import { CreateItem } from "@/server/crm/lists/contract";
import { createProduct } from "@/server/crm/products";
import { CreateProduct } from "@/server/crm/products/contract";
import type { Context, Entity } from "@/server/platform";

/** How a record of an entity is made: what is asked for, and the verb. */
export type Creator = {
  body: z.ZodType;
  create(ctx: Context, body: unknown): Promise<{ id: string }>;
};

function creator<S extends z.ZodType>(
  body: S,
  create: (ctx: Context, body: z.output<S>) => Promise<{ id: string }>,
): Creator {
  return { body, create: (ctx, read) => create(ctx, read as z.output<S>) };
}

/** How records of every entity are made over the API. A new one is a line here. */
export const creators: Record<Entity, Creator> = {
  deal: creator(CreateDeal, createDeal),
  lead: creator(CreateLead, createLead),
  contact: creator(CreateContact, createContact),
  company: creator(CreateCompany, createCompany),
  product: creator(CreateProduct, createProduct),
  invoice: creator(CreateInvoice, createInvoice),
  list_item: creator(CreateItem, createItem),
};
