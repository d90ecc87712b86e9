import * as invoices from "@/server/crm/invoices";
import * as contract from "@/server/crm/invoices/contract";
import { organizationProcedure, router } from "../trpc";

export const invoicesRouter = router({
  list: organizationProcedure
    .input(contract.ListInvoices)
    .query(({ ctx, input }) => invoices.listInvoices(ctx, input)),
  sum: organizationProcedure
    .input(contract.SumInvoices)
    .query(({ ctx, input }) => invoices.sumInvoices(ctx, input)),
  get: organizationProcedure
    .input(contract.InvoiceId)
    .query(({ ctx, input }) => invoices.getInvoice(ctx, input)),
  create: organizationProcedure
    .input(contract.CreateInvoice)
    .mutation(({ ctx, input }) => invoices.createInvoice(ctx, input)),
  update: organizationProcedure
    .input(contract.UpdateInvoice)
    .mutation(({ ctx, input }) => invoices.updateInvoice(ctx, input)),
  issue: organizationProcedure
    .input(contract.IssueInvoice)
    .mutation(({ ctx, input }) => invoices.issueInvoice(ctx, input)),
  send: organizationProcedure
    .input(contract.SendInvoice)
    .mutation(({ ctx, input }) => invoices.sendInvoice(ctx, input)),
  recordPayment: organizationProcedure
    .input(contract.RecordPayment)
    .mutation(({ ctx, input }) => invoices.recordPayment(ctx, input)),
  removePayment: organizationProcedure
    .input(contract.RemovePayment)
    .mutation(({ ctx, input }) => invoices.removePayment(ctx, input)),
  void: organizationProcedure
    .input(contract.VoidInvoice)
    .mutation(({ ctx, input }) => invoices.voidInvoice(ctx, input)),
  duplicate: organizationProcedure
    .input(contract.InvoiceId)
    .mutation(({ ctx, input }) => invoices.duplicateInvoice(ctx, input)),
  delete: organizationProcedure
    .input(contract.InvoiceId)
    .mutation(({ ctx, input }) => invoices.deleteInvoice(ctx, input)),
  restore: organizationProcedure
    .input(contract.InvoiceId)
    .mutation(({ ctx, input }) => invoices.restoreInvoice(ctx, input)),
  makeLink: organizationProcedure
    .input(contract.InvoiceId)
    .mutation(({ ctx, input }) => invoices.makeLink(ctx, input)),
  revokeLink: organizationProcedure
    .input(contract.InvoiceId)
    .mutation(({ ctx, input }) => invoices.revokeLink(ctx, input)),
  settings: organizationProcedure.query(({ ctx }) => invoices.getInvoiceSettings(ctx)),
  saveSettings: organizationProcedure
    .input(contract.SaveInvoiceSettings)
    .mutation(({ ctx, input }) => invoices.saveInvoiceSettings(ctx, input)),
  makeWebhookSecret: organizationProcedure.mutation(({ ctx }) => invoices.makeWebhookSecret(ctx)),
});
