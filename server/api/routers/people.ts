import * as companies from "@/server/crm/companies";
import { CreateCompany, FindCompanies, NewByName } from "@/server/crm/companies/contract";
import * as contacts from "@/server/crm/contacts";
import * as contract from "@/server/crm/contacts/contract";
import { organizationProcedure, router } from "../trpc";

export const contactsRouter = router({
  find: organizationProcedure
    .input(contract.FindContacts)
    .query(({ ctx, input }) => contacts.findContacts(ctx, input)),
  get: organizationProcedure
    .input(contract.ContactId)
    .query(({ ctx, input }) => contacts.getContact(ctx, input)),
  create: organizationProcedure
    .input(contract.CreateContact)
    .mutation(({ ctx, input }) => contacts.createContact(ctx, input)),
  createByName: organizationProcedure
    .input(contract.NewByName)
    .mutation(({ ctx, input }) => contacts.createContact(ctx, input, { incomplete: true })),
  update: organizationProcedure
    .input(contract.UpdateContact)
    .mutation(({ ctx, input }) => contacts.updateContact(ctx, input)),
});

export const companiesRouter = router({
  find: organizationProcedure
    .input(FindCompanies)
    .query(({ ctx, input }) => companies.findCompanies(ctx, input)),
  create: organizationProcedure
    .input(CreateCompany)
    .mutation(({ ctx, input }) => companies.createCompany(ctx, input)),
  createByName: organizationProcedure
    .input(NewByName)
    .mutation(({ ctx, input }) => companies.createCompany(ctx, input, { incomplete: true })),
});
