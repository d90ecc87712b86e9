"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { toast } from "@/components/ui/toast";
import type { FileInfo } from "@/server/files/contract";

/** A record's files, and what is done with them. */
export function useFiles(recordId: string) {
  const t = useTranslations("files");
  const trpc = useTRPC();
  const client = useQueryClient();
  const { say } = useRefusals();
  const query = useQuery(trpc.files.list.queryOptions({ recordId }));
  const rename = useMutation(trpc.files.rename.mutationOptions());
  const remove = useMutation(trpc.files.remove.mutationOptions());
  const restore = useMutation(trpc.files.restore.mutationOptions());

  const refresh = () => {
    void client.invalidateQueries(trpc.files.list.queryFilter({ recordId }));
    void client.invalidateQueries(trpc.records.timeline.pathFilter());
  };
  const fail = (error: unknown) => {
    toast.error(say(error));
    refresh();
  };

  return {
    query,
    refresh,
    rename: async (file: FileInfo, name: string) => {
      await rename.mutateAsync({ fileId: file.id, name });
      refresh();
    },
    // No question first: the toast brings the file back as it was.
    remove: async ({ id: fileId, name }: FileInfo) => {
      try {
        await remove.mutateAsync({ fileId });
        client.setQueryData<FileInfo[]>(trpc.files.list.queryKey({ recordId }), (list) =>
          list?.filter((one) => one.id !== fileId),
        );
        refresh();
        toast.success(t("removed", { name }), {
          undo: () => void restore.mutateAsync({ fileId }).then(refresh, fail),
        });
      } catch (error) {
        fail(error);
      }
    },
  };
}
