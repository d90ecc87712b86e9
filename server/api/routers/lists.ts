import * as lists from "@/server/crm/lists";
import * as contract from "@/server/crm/lists/contract";
import { organizationProcedure, router } from "../trpc";

export const listsRouter = router({
  all: organizationProcedure.input(contract.AllLists).query(({ ctx, input }) => lists.allLists(ctx, input)),
  create: organizationProcedure
    .input(contract.CreateList)
    .mutation(({ ctx, input }) => lists.createList(ctx, input)),
  rename: organizationProcedure
    .input(contract.RenameList)
    .mutation(({ ctx, input }) => lists.renameList(ctx, input)),
  archive: organizationProcedure
    .input(contract.ListId)
    .mutation(({ ctx, input }) => lists.archiveList(ctx, input)),
  restore: organizationProcedure
    .input(contract.ListId)
    .mutation(({ ctx, input }) => lists.restoreList(ctx, input)),
  reorder: organizationProcedure
    .input(contract.ReorderLists)
    .mutation(({ ctx, input }) => lists.reorderLists(ctx, input)),
  createItem: organizationProcedure
    .input(contract.CreateItem)
    .mutation(({ ctx, input }) => lists.createItem(ctx, input)),
});
