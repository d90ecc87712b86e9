import * as pipelines from "@/server/pipelines";
import * as contract from "@/server/pipelines/contract";
import { organizationProcedure, router } from "../trpc";

export const pipelinesRouter = router({
  list: organizationProcedure
    .input(contract.ListPipelines)
    .query(({ ctx, input }) => pipelines.listPipelines(ctx, input)),
  create: organizationProcedure
    .input(contract.CreatePipeline)
    .mutation(({ ctx, input }) => pipelines.createPipeline(ctx, input)),
  rename: organizationProcedure
    .input(contract.RenamePipeline)
    .mutation(({ ctx, input }) => pipelines.renamePipeline(ctx, input)),
  remove: organizationProcedure
    .input(contract.PipelineId)
    .mutation(({ ctx, input }) => pipelines.removePipeline(ctx, input)),
  createStage: organizationProcedure
    .input(contract.CreateStage)
    .mutation(({ ctx, input }) => pipelines.createStage(ctx, input)),
  updateStage: organizationProcedure
    .input(contract.UpdateStage)
    .mutation(({ ctx, input }) => pipelines.updateStage(ctx, input)),
  moveStage: organizationProcedure
    .input(contract.MoveStage)
    .mutation(({ ctx, input }) => pipelines.moveStage(ctx, input)),
  removeStage: organizationProcedure
    .input(contract.StageId)
    .mutation(({ ctx, input }) => pipelines.removeStage(ctx, input)),
  restoreStage: organizationProcedure
    .input(contract.StageId)
    .mutation(({ ctx, input }) => pipelines.restoreStage(ctx, input)),
  lossReasons: organizationProcedure
    .input(contract.ListLossReasons.optional())
    .query(({ ctx, input }) => pipelines.listLossReasons(ctx, input)),
  saveLossReason: organizationProcedure
    .input(contract.SaveLossReason)
    .mutation(({ ctx, input }) => pipelines.saveLossReason(ctx, input)),
  archiveLossReason: organizationProcedure
    .input(contract.LossReasonId)
    .mutation(({ ctx, input }) => pipelines.archiveLossReason(ctx, input)),
  sources: organizationProcedure.query(({ ctx }) => pipelines.listSources(ctx)),
});
