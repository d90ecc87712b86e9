import * as views from "@/server/views";
import * as contract from "@/server/views/contract";
import { organizationProcedure, router } from "../trpc";

export const viewsRouter = router({
  list: organizationProcedure
    .input(contract.ListViews)
    .query(({ ctx, input }) => views.listViews(ctx, input)),
  create: organizationProcedure
    .input(contract.CreateView)
    .mutation(({ ctx, input }) => views.createView(ctx, input)),
  update: organizationProcedure
    .input(contract.UpdateView)
    .mutation(({ ctx, input }) => views.updateView(ctx, input)),
  delete: organizationProcedure
    .input(contract.ViewId)
    .mutation(({ ctx, input }) => views.deleteView(ctx, input)),
  reorder: organizationProcedure
    .input(contract.ReorderViews)
    .mutation(({ ctx, input }) => views.reorderViews(ctx, input)),
  setDefault: organizationProcedure
    .input(contract.SetDefaultView)
    .mutation(({ ctx, input }) => views.setDefaultView(ctx, input)),
});
