import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { useInList } from "@/components/lists/in-list";
import { toast } from "@/components/ui/toast";
import type { Entity } from "@/server/fields/contract";

/** Changes to saved views of an entity, or of the list around; `shown` says which; the tabs show what the server then has. */
export function useViews(entity: Entity) {
  const t = useTranslations("records.views");
  const trpc = useTRPC();
  const client = useQueryClient();
  const shown = useInList(entity);
  const { say } = useRefusals();
  const refresh = () => client.invalidateQueries(trpc.views.list.queryFilter(shown));
  const told = (done?: string) => ({
    onSuccess: async () => {
      await refresh();
      if (done) toast.success(done);
    },
    onError: (error: unknown) => toast.error(say(error)),
  });
  return {
    shown,
    create: useMutation(trpc.views.create.mutationOptions({ onSuccess: refresh })),
    update: useMutation(trpc.views.update.mutationOptions(told(t("saved")))),
    remove: useMutation(trpc.views.delete.mutationOptions(told(t("deleted")))),
    // The tabs stand in their new order at once; what the server then has comes anyway.
    reorder: useMutation(
      trpc.views.reorder.mutationOptions({
        onMutate: ({ viewIds }) => {
          const rank = (id: string) => viewIds.indexOf(id);
          client.setQueryData(trpc.views.list.queryKey(shown), (known) =>
            known?.toSorted((a, b) => rank(a.id) - rank(b.id)),
          );
        },
        onError: (error) => toast.error(say(error)),
        onSettled: refresh,
      }),
    ),
    setDefault: useMutation(trpc.views.setDefault.mutationOptions(told(t("defaultSet")))),
  };
}
