import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { useInList } from "@/components/lists/in-list";
import { toast } from "@/components/ui/toast";
import type { Entity } from "@/server/fields/contract";
import { refreshFields } from "./refresh-fields";

/** The fields of an entity and the changes that can be made to them. */
export function useFields(entity: Entity, editable: boolean) {
  const t = useTranslations("fields");
  const trpc = useTRPC();
  const client = useQueryClient();
  const { say } = useRefusals();
  const of = useInList(entity);
  const query = useQuery(trpc.fields.list.queryOptions(of));
  const archived = useQuery(trpc.fields.list.queryOptions({ ...of, archived: true }, { enabled: editable }));
  const refresh = () => refreshFields(client, trpc);
  const failed = (error: unknown) => {
    refresh();
    toast.error(say(error));
  };
  const restore = useMutation(
    trpc.fields.restore.mutationOptions({
      onSuccess: ({ label }) => {
        refresh();
        toast.success(t("restored", { name: label }));
      },
      onError: failed,
    }),
  );
  const archive = useMutation(
    trpc.fields.archive.mutationOptions({
      onSuccess: ({ id, label }) => {
        refresh();
        toast.success(t("archived", { name: label }), { undo: () => restore.mutate({ fieldId: id }) });
      },
      onError: failed,
    }),
  );
  return { of, query, archived, refresh, archive, restore };
}
