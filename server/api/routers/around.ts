import { z } from "zod";
import * as links from "@/server/crm/links";
import { ChangeLinkRole, LinkId, LinkRecords } from "@/server/crm/links/contract";
import * as tags from "@/server/crm/tags";
import { ChangeTag, CreateTag, MergeTags, TagId } from "@/server/crm/tags/contract";
import * as watchers from "@/server/crm/watchers";
import { WatchRecord } from "@/server/crm/watchers/contract";
import { organizationProcedure, router } from "../trpc";

const OfRecord = z.strictObject({ recordId: z.uuid() });

/** What stands around a record: who watches it, what it is linked with, the words it is marked by. */
export const aroundRouter = router({
  watchers: organizationProcedure
    .input(OfRecord)
    .query(({ ctx, input }) => watchers.listWatchers(ctx, input)),
  watch: organizationProcedure
    .input(WatchRecord)
    .mutation(({ ctx, input }) => watchers.watchRecord(ctx, input)),
  unwatch: organizationProcedure
    .input(WatchRecord)
    .mutation(({ ctx, input }) => watchers.unwatchRecord(ctx, input)),
  links: organizationProcedure.input(OfRecord).query(({ ctx, input }) => links.listLinks(ctx, input)),
  link: organizationProcedure.input(LinkRecords).mutation(({ ctx, input }) => links.linkRecords(ctx, input)),
  unlink: organizationProcedure.input(LinkId).mutation(({ ctx, input }) => links.unlinkRecords(ctx, input)),
  changeLinkRole: organizationProcedure
    .input(ChangeLinkRole)
    .mutation(({ ctx, input }) => links.changeLinkRole(ctx, input)),
  tags: organizationProcedure.query(({ ctx }) => tags.listTags(ctx)),
  createTag: organizationProcedure.input(CreateTag).mutation(({ ctx, input }) => tags.createTag(ctx, input)),
  changeTag: organizationProcedure.input(ChangeTag).mutation(({ ctx, input }) => tags.changeTag(ctx, input)),
  deleteTag: organizationProcedure.input(TagId).mutation(({ ctx, input }) => tags.deleteTag(ctx, input)),
  mergeTags: organizationProcedure.input(MergeTags).mutation(({ ctx, input }) => tags.mergeTags(ctx, input)),
});
