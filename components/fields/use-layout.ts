import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { refusalOf, useRefusals } from "@/components/api/refusal";
import { useTRPC, useTRPCClient } from "@/components/api/trpc";
import { useInList } from "@/components/lists/in-list";
import { toast } from "@/components/ui/toast";
import type { Entity, FieldLayout, FieldSection } from "@/server/fields/contract";

/**
 * How the fields of an entity are arranged. A change shows at once, goes back when it is refused, and can be undone;
 * changes made quickly are saved one after another.
 */
export function useLayout(entity: Entity) {
  const t = useTranslations("fields");
  const trpc = useTRPC();
  const api = useTRPCClient();
  const client = useQueryClient();
  const { say } = useRefusals();
  const of = useInList(entity);
  const query = useQuery(trpc.fields.layout.queryOptions(of));
  const key = trpc.fields.layout.queryKey(of);
  const mutationKey = ["fields.arrange", of];
  const { mutate } = useMutation({
    mutationKey,
    scope: { id: `fields.arrange.${entity}.${of.listId ?? ""}` },
    mutationFn: (sections: FieldSection[]) => {
      const version = client.getQueryData<FieldLayout>(key)?.version ?? 0;
      return api.fields.arrange.mutate({ ...of, version, sections });
    },
    onSuccess: ({ version }) => {
      client.setQueryData<FieldLayout>(key, (shown) => shown && { ...shown, version });
    },
    onError: (error) => {
      const isStale = refusalOf(error)?.code === "VERSION_CONFLICT";
      toast.error(isStale ? t("arrangedMeanwhile") : say(error), { id: "arranged" });
    },
    onSettled: () => {
      // The last of several says what is true now.
      if (client.isMutating({ mutationKey }) === 1) void client.invalidateQueries(trpc.fields.pathFilter());
    },
  });

  function show(sections: FieldSection[]): void {
    void client.cancelQueries({ queryKey: key });
    client.setQueryData<FieldLayout>(key, (shown) => shown && { ...shown, sections });
    mutate(sections);
  }

  /** Lays the fields out so, says what was done, and offers to take it back. */
  function arrange(sections: FieldSection[], done: string): void {
    const before = query.data?.sections;
    if (!before) return;
    show(sections);
    toast.success(done, { id: "arranged", undo: () => show(before) });
  }
  return { query, sections: query.data?.sections ?? [], arrange };
}
