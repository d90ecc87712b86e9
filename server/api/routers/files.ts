import * as files from "@/server/files";
import { FileId, RecordFiles, RenameFile } from "@/server/files/contract";
import { organizationProcedure, router } from "../trpc";

export const filesRouter = router({
  list: organizationProcedure.input(RecordFiles).query(({ ctx, input }) => files.listFiles(ctx, input)),
  rename: organizationProcedure.input(RenameFile).mutation(({ ctx, input }) => files.renameFile(ctx, input)),
  remove: organizationProcedure.input(FileId).mutation(({ ctx, input }) => files.removeFile(ctx, input)),
  restore: organizationProcedure.input(FileId).mutation(({ ctx, input }) => files.restoreFile(ctx, input)),
});
