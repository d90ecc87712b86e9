import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { useInList } from "@/components/lists/in-list";
import { toast } from "@/components/ui/toast";
import type { Entity, FieldInfo } from "@/server/fields/contract";
import { type LayoutRow, placesOf } from "./layout";

/** The fields of an entity and the changes that can be made to them; a new order shows at once. */
export function useFields(entity: Entity, editable: boolean) {
  const t = useTranslations("fields");
  const trpc = useTRPC();
  const client = useQueryClient();
  const { say } = useRefusals();
  const of = useInList(entity);
  const query = useQuery(trpc.fields.list.queryOptions(of));
  const archived = useQuery(trpc.fields.list.queryOptions({ ...of, archived: true }, { enabled: editable }));
  const refresh = () => client.invalidateQueries(trpc.fields.pathFilter());
  const failed = (error: unknown) => {
    void refresh();
    toast.error(say(error));
  };
  const reorder = useMutation(trpc.fields.reorder.mutationOptions({ onError: failed, onSettled: refresh }));
  const restore = useMutation(
    trpc.fields.restore.mutationOptions({
      onSuccess: ({ label }) => {
        void refresh();
        toast.success(t("restored", { name: label }));
      },
      onError: failed,
    }),
  );
  const archive = useMutation(
    trpc.fields.archive.mutationOptions({
      onSuccess: ({ id, label }) => {
        void refresh();
        toast.success(t("archived", { name: label }), { undo: () => restore.mutate({ fieldId: id }) });
      },
      onError: failed,
    }),
  );

  function lay(rows: readonly LayoutRow[]) {
    client.setQueryData<FieldInfo[]>(trpc.fields.list.queryKey(of), (fields) => {
      const built = (fields ?? []).filter((field) => field.customId === null);
      return [...built, ...rows.flatMap((row) => (row.kind === "field" ? [row.field] : []))];
    });
    reorder.mutate({ ...of, fields: placesOf(rows) });
  }
  return { of, query, archived, refresh, lay, archive, restore };
}
