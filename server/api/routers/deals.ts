import * as deals from "@/server/crm/deals";
import * as contract from "@/server/crm/deals/contract";
import { BoardQuery, ColumnQuery } from "@/server/crm/staged/contract";
import { organizationProcedure, router } from "../trpc";

export const dealsRouter = router({
  board: organizationProcedure.input(BoardQuery).query(({ ctx, input }) => deals.board(ctx, input)),
  column: organizationProcedure.input(ColumnQuery).query(({ ctx, input }) => deals.column(ctx, input)),
  list: organizationProcedure
    .input(contract.ListDeals)
    .query(({ ctx, input }) => deals.listDeals(ctx, input)),
  get: organizationProcedure.input(contract.DealId).query(({ ctx, input }) => deals.getDeal(ctx, input)),
  create: organizationProcedure
    .input(contract.CreateDeal)
    .mutation(({ ctx, input }) => deals.createDeal(ctx, input)),
  update: organizationProcedure
    .input(contract.UpdateDeal)
    .mutation(({ ctx, input }) => deals.updateDeal(ctx, input)),
  move: organizationProcedure
    .input(contract.MoveDeal)
    .mutation(({ ctx, input }) => deals.moveDeal(ctx, input)),
  delete: organizationProcedure
    .input(contract.DealId)
    .mutation(({ ctx, input }) => deals.deleteDeal(ctx, input)),
  restore: organizationProcedure
    .input(contract.DealId)
    .mutation(({ ctx, input }) => deals.restoreDeal(ctx, input)),
});
