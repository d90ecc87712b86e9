import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { toast } from "@/components/ui/toast";
import { useMay } from "@/components/workspace/workspace";

/** The organization's live lists; not asked for by those who may see none. */
export function useLists() {
  const trpc = useTRPC();
  const enabled = useMay()("list_item.view");
  return useQuery(trpc.lists.all.queryOptions({}, { enabled }));
}

/** Lists in the archive. */
export function useArchivedLists(enabled: boolean) {
  return useQuery(useTRPC().lists.all.queryOptions({ archived: true }, { enabled }));
}

/** Changes to lists; what shows them follows. */
export function useListChanges() {
  const t = useTranslations("lists");
  const trpc = useTRPC();
  const client = useQueryClient();
  const { say } = useRefusals();
  const refresh = () => client.invalidateQueries(trpc.lists.pathFilter());
  const onError = (error: unknown) => void toast.error(say(error));
  const restore = useMutation(
    trpc.lists.restore.mutationOptions({
      onSuccess: ({ name }) => {
        void refresh();
        toast.success(t("restored", { name }));
      },
      onError,
    }),
  );
  const archive = useMutation(
    trpc.lists.archive.mutationOptions({
      onSuccess: ({ id, name }) => {
        void refresh();
        toast.success(t("archived", { name }), { undo: () => restore.mutate({ listId: id }) });
      },
      onError,
    }),
  );
  return {
    create: useMutation(trpc.lists.create.mutationOptions({ onSuccess: refresh })),
    rename: useMutation(trpc.lists.rename.mutationOptions({ onSuccess: refresh })),
    reorder: useMutation(trpc.lists.reorder.mutationOptions({ onSuccess: refresh, onError })),
    archive,
    restore,
  };
}
