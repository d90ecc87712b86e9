import * as activities from "@/server/crm/activities";
import * as contract from "@/server/crm/activities/contract";
import { organizationProcedure, router } from "../trpc";

export const activitiesRouter = router({
  agenda: organizationProcedure
    .input(contract.AgendaQuery)
    .query(({ ctx, input }) => activities.agenda(ctx, input)),
  create: organizationProcedure
    .input(contract.CreateActivity)
    .mutation(({ ctx, input }) => activities.createActivity(ctx, input)),
  change: organizationProcedure
    .input(contract.ChangeActivity)
    .mutation(({ ctx, input }) => activities.changeActivity(ctx, input)),
  complete: organizationProcedure
    .input(contract.CompleteActivity)
    .mutation(({ ctx, input }) => activities.completeActivity(ctx, input)),
  reopen: organizationProcedure
    .input(contract.ActivityId)
    .mutation(({ ctx, input }) => activities.reopenActivity(ctx, input)),
  delete: organizationProcedure
    .input(contract.ActivityId)
    .mutation(({ ctx, input }) => activities.deleteActivity(ctx, input)),
  restore: organizationProcedure
    .input(contract.ActivityId)
    .mutation(({ ctx, input }) => activities.restoreActivity(ctx, input)),
});
