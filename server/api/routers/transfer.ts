import * as transfer from "@/server/transfer";
import * as contract from "@/server/transfer/contract";
import { organizationProcedure, router } from "../trpc";

export const transferRouter = router({
  list: organizationProcedure.query(({ ctx }) => transfer.listImports(ctx)),
  get: organizationProcedure
    .input(contract.ImportId)
    .query(({ ctx, input }) => transfer.getImport(ctx, input)),
  readAgain: organizationProcedure
    .input(contract.ReadAgain)
    .mutation(({ ctx, input }) => transfer.readImportAgain(ctx, input)),
  map: organizationProcedure
    .input(contract.MapImport)
    .mutation(({ ctx, input }) => transfer.mapImport(ctx, input)),
  check: organizationProcedure
    .input(contract.ImportId)
    .mutation(({ ctx, input }) => transfer.requestCheck(ctx, input)),
  start: organizationProcedure
    .input(contract.ImportId)
    .mutation(({ ctx, input }) => transfer.startImport(ctx, input)),
  cancel: organizationProcedure
    .input(contract.ImportId)
    .mutation(({ ctx, input }) => transfer.cancelImport(ctx, input)),
  undo: organizationProcedure
    .input(contract.ImportId)
    .mutation(({ ctx, input }) => transfer.requestUndo(ctx, input)),
});
