import { useMutation, useMutationState, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { refusalOf, useRefusals } from "@/components/api/refusal";
import { useTRPC, useTRPCClient } from "@/components/api/trpc";
import { useInList } from "@/components/lists/in-list";
import { toast } from "@/components/ui/toast";
import type { Entity, FieldLayout, FieldSection } from "@/server/fields/contract";

/**
 * How the fields of an entity are arranged. A change shows at once, goes back when it is refused, and can be undone;
 * changes made quickly are saved one after another, each from what the one before it made.
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
  const version = useRef(0);
  const { mutate } = useMutation({
    mutationKey,
    scope: { id: `fields.arrange.${entity}.${of.listId ?? ""}` },
    mutationFn: (sections: FieldSection[]) =>
      api.fields.arrange.mutate({ ...of, version: version.current, sections }),
    onSuccess: async (saved) => {
      version.current = saved.version;
      await client.cancelQueries({ queryKey: key });
      client.setQueryData<FieldLayout>(key, saved);
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
  // News of a change on its way brings the layout as it was before the next: what is still to be saved stands over it.
  const onTheirWay = useMutationState({
    filters: { mutationKey, status: "pending" },
    select: ({ state }) => state.variables as FieldSection[],
  });
  const sections = onTheirWay.at(-1) ?? query.data?.sections ?? [];

  function save(next: FieldSection[]): void {
    if (client.isMutating({ mutationKey }) === 0)
      version.current = client.getQueryData<FieldLayout>(key)?.version ?? 0;
    mutate(next);
  }

  /** Lays the fields out so, says what was done, and offers to take it back. */
  function arrange(next: FieldSection[], done: string): void {
    if (!query.data) return;
    save(next);
    toast.success(done, { id: "arranged", undo: () => save(sections) });
  }
  return { query, sections, arrange };
}
