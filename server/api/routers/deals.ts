import * as activities from "@/server/crm/activities";
import { ActivityId, CompleteActivity, CreateDealActivity } from "@/server/crm/activities/contract";
import * as comments from "@/server/crm/comments";
import { AddDealComment, CommentId } from "@/server/crm/comments/contract";
import * as deals from "@/server/crm/deals";
import * as contract from "@/server/crm/deals/contract";
import { BoardQuery, ColumnQuery } from "@/server/crm/staged/contract";
import { dealTimeline } from "@/server/crm/timeline";
import { TimelineQuery } from "@/server/crm/timeline/contract";
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
  timeline: organizationProcedure.input(TimelineQuery).query(({ ctx, input }) => dealTimeline(ctx, input)),
  activities: organizationProcedure
    .input(contract.DealId)
    .query(({ ctx, input }) => activities.listActivities(ctx, { recordId: input.dealId })),
  createActivity: organizationProcedure
    .input(CreateDealActivity)
    .mutation(({ ctx, input: { dealId, ...input } }) =>
      activities.createActivity(ctx, { ...input, recordId: dealId }),
    ),
  completeActivity: organizationProcedure
    .input(CompleteActivity)
    .mutation(({ ctx, input }) => activities.completeActivity(ctx, input)),
  reopenActivity: organizationProcedure
    .input(ActivityId)
    .mutation(({ ctx, input }) => activities.reopenActivity(ctx, input)),
  comment: organizationProcedure
    .input(AddDealComment)
    .mutation(({ ctx, input }) => comments.addComment(ctx, { recordId: input.dealId, text: input.text })),
  removeComment: organizationProcedure
    .input(CommentId)
    .mutation(({ ctx, input }) => comments.removeComment(ctx, input)),
});
