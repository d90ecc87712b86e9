import * as leads from "@/server/crm/leads";
import * as contract from "@/server/crm/leads/contract";
import { BoardQuery, ColumnQuery } from "@/server/crm/staged/contract";
import { organizationProcedure, router } from "../trpc";

export const leadsRouter = router({
  board: organizationProcedure.input(BoardQuery).query(({ ctx, input }) => leads.leadBoard(ctx, input)),
  column: organizationProcedure.input(ColumnQuery).query(({ ctx, input }) => leads.leadColumn(ctx, input)),
  list: organizationProcedure
    .input(contract.ListLeads)
    .query(({ ctx, input }) => leads.listLeads(ctx, input)),
  get: organizationProcedure.input(contract.LeadId).query(({ ctx, input }) => leads.getLead(ctx, input)),
  create: organizationProcedure
    .input(contract.CreateLead)
    .mutation(({ ctx, input }) => leads.createLead(ctx, input)),
  update: organizationProcedure
    .input(contract.UpdateLead)
    .mutation(({ ctx, input }) => leads.updateLead(ctx, input)),
  move: organizationProcedure
    .input(contract.MoveLead)
    .mutation(({ ctx, input }) => leads.moveLead(ctx, input)),
  delete: organizationProcedure
    .input(contract.LeadId)
    .mutation(({ ctx, input }) => leads.deleteLead(ctx, input)),
  restore: organizationProcedure
    .input(contract.LeadId)
    .mutation(({ ctx, input }) => leads.restoreLead(ctx, input)),
  setKind: organizationProcedure
    .input(contract.SetLeadKind)
    .mutation(({ ctx, input }) => leads.setLeadKind(ctx, input)),
  offer: organizationProcedure
    .input(contract.LeadId)
    .query(({ ctx, input }) => leads.offerConversion(ctx, input)),
  convert: organizationProcedure
    .input(contract.ConvertLead)
    .mutation(({ ctx, input }) => leads.convertLead(ctx, input)),
  return: organizationProcedure
    .input(contract.ReturnLead)
    .mutation(({ ctx, input }) => leads.returnLead(ctx, input)),
});
