import * as bulk from "@/server/crm/bulk";
import * as contract from "@/server/crm/bulk/contract";
import { organizationProcedure, router } from "../trpc";

export const bulkRouter = router({
  start: organizationProcedure
    .input(contract.StartBulk)
    .mutation(({ ctx, input }) => bulk.startBulk(ctx, input)),
  get: organizationProcedure.input(contract.BulkId).query(({ ctx, input }) => bulk.getBulk(ctx, input)),
  unfinished: organizationProcedure.query(({ ctx }) => bulk.unfinishedBulk(ctx)),
  refused: organizationProcedure
    .input(contract.BulkId)
    .query(({ ctx, input }) => bulk.refusedRecords(ctx, input)),
  cancel: organizationProcedure
    .input(contract.BulkId)
    .mutation(({ ctx, input }) => bulk.cancelBulk(ctx, input)),
  undo: organizationProcedure.input(contract.BulkId).mutation(({ ctx, input }) => bulk.undoBulk(ctx, input)),
});
