"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/components/api/trpc";

/** What one does with the organization's tags; whatever shows them fetches them again. */
export function useTags() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const onSettled = () => {
    void client.invalidateQueries(trpc.fields.list.pathFilter());
    void client.invalidateQueries(trpc.records.pathFilter());
    return client.invalidateQueries(trpc.around.tags.queryFilter());
  };
  return {
    create: useMutation(trpc.around.createTag.mutationOptions({ onSettled })),
    change: useMutation(trpc.around.changeTag.mutationOptions({ onSettled })),
    remove: useMutation(trpc.around.deleteTag.mutationOptions({ onSettled })),
    merge: useMutation(trpc.around.mergeTags.mutationOptions({ onSettled })),
  };
}
