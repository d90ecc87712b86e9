import { z } from "zod";
import * as activities from "@/server/crm/activities";
import * as comments from "@/server/crm/comments";
import { AddComment, CommentId, EditComment } from "@/server/crm/comments/contract";
import {
  ChangePoints,
  CountGroups,
  GetRecord,
  ListTrash,
  PointersTo,
  RecordId,
  RecordPage,
  Search,
  UpdateRecord,
} from "@/server/crm/records/contract";
import * as registry from "@/server/crm/registry";
import { recordTimeline } from "@/server/crm/timeline";
import { RecordTimelineQuery } from "@/server/crm/timeline/contract";
import { organizationProcedure, router } from "../trpc";

export const recordsRouter = router({
  list: organizationProcedure.input(RecordPage).query(({ ctx, input }) => registry.listRecords(ctx, input)),
  groups: organizationProcedure
    .input(CountGroups)
    .query(({ ctx, input }) => registry.countGroups(ctx, input)),
  trashed: organizationProcedure.input(ListTrash).query(({ ctx, input }) => registry.listTrash(ctx, input)),
  get: organizationProcedure.input(GetRecord).query(({ ctx, input }) => registry.getRecord(ctx, input)),
  points: organizationProcedure.input(RecordId).query(({ ctx, input }) => registry.recordPoints(ctx, input)),
  changePoints: organizationProcedure
    .input(ChangePoints)
    .mutation(({ ctx, input }) => registry.changePoints(ctx, input)),
  update: organizationProcedure
    .input(UpdateRecord)
    .mutation(({ ctx, input }) => registry.updateRecord(ctx, input)),
  trash: organizationProcedure.input(RecordId).mutation(({ ctx, input }) => registry.trashRecord(ctx, input)),
  restore: organizationProcedure
    .input(RecordId)
    .mutation(({ ctx, input }) => registry.restoreRecord(ctx, input)),
  timeline: organizationProcedure
    .input(RecordTimelineQuery)
    .query(({ ctx, input }) => recordTimeline(ctx, input)),
  activities: organizationProcedure
    .input(z.strictObject({ recordId: z.uuid() }))
    .query(({ ctx, input }) => activities.listActivities(ctx, input)),
  comment: organizationProcedure
    .input(AddComment)
    .mutation(({ ctx, input }) => comments.addComment(ctx, input)),
  editComment: organizationProcedure
    .input(EditComment)
    .mutation(({ ctx, input }) => comments.editComment(ctx, input)),
  removeComment: organizationProcedure
    .input(CommentId)
    .mutation(({ ctx, input }) => comments.removeComment(ctx, input)),
  mentionable: organizationProcedure
    .input(z.strictObject({ recordId: z.uuid() }))
    .query(({ ctx, input }) => comments.mentionable(ctx, input)),
  pointers: organizationProcedure
    .input(PointersTo)
    .query(({ ctx, input }) => registry.pointersTo(ctx, input)),
  search: organizationProcedure.input(Search).query(({ ctx, input }) => registry.search(ctx, input)),
});
