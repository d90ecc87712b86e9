import * as automation from "@/server/automation";
import * as contract from "@/server/automation/contract";
import { organizationProcedure, router } from "../trpc";

export const automationRouter = router({
  actions: organizationProcedure
    .input(contract.ListActions)
    .query(({ ctx, input }) => automation.listActions(ctx, input)),
  robots: organizationProcedure
    .input(contract.ListRobots)
    .query(({ ctx, input }) => automation.listRobots(ctx, input)),
  saveRobot: organizationProcedure
    .input(contract.SaveRobot)
    .mutation(({ ctx, input }) => automation.saveRobot(ctx, input)),
  deleteRobot: organizationProcedure
    .input(contract.RobotId)
    .mutation(({ ctx, input }) => automation.deleteRobot(ctx, input)),
  restoreRobot: organizationProcedure
    .input(contract.RobotId)
    .mutation(({ ctx, input }) => automation.restoreRobot(ctx, input)),
  reorderRobots: organizationProcedure
    .input(contract.ReorderRobots)
    .mutation(({ ctx, input }) => automation.reorderRobots(ctx, input)),
  recordProcesses: organizationProcedure
    .input(contract.RecordRef)
    .query(({ ctx, input }) => automation.recordProcesses(ctx, input)),
  stopRun: organizationProcedure
    .input(contract.RunId)
    .mutation(({ ctx, input }) => automation.stopRun(ctx, input)),
  retryActivity: organizationProcedure
    .input(contract.ActivityRef)
    .mutation(({ ctx, input }) => automation.retryFailedActivity(ctx, input)),
});
