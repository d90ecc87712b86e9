"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { type ApiOutput, useTRPC } from "@/components/api/trpc";
import { toast } from "@/components/ui/toast";
import type { ImportOptions, Mapping } from "@/server/transfer/contract";

export type ImportPage = ApiOutput["transfer"]["get"];

const busy = new Set(["checking", "running", "undoing"]);
const pollMs = 1500;

/** An import as it goes; asked for again while something happens to it, should the live stream be cut. */
export function useImport(importId: string) {
  const trpc = useTRPC();
  return useQuery({
    ...trpc.transfer.get.queryOptions({ importId }),
    refetchInterval: ({ state }) => (state.data && busy.has(state.data.job.status) ? pollMs : false),
  });
}

/** What can be done with an import. */
export function useSteering(importId: string) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { say } = useRefusals();
  const settled = {
    onError: (error: unknown) => void toast.error(say(error)),
    onSettled: () => client.invalidateQueries(trpc.transfer.pathFilter()),
  };
  return {
    readAgain: useMutation(trpc.transfer.readAgain.mutationOptions(settled)),
    check: useMutation(trpc.transfer.check.mutationOptions(settled)),
    start: useMutation(trpc.transfer.start.mutationOptions(settled)),
    cancel: useMutation(trpc.transfer.cancel.mutationOptions(settled)),
    undo: useMutation(trpc.transfer.undo.mutationOptions(settled)),
    importId,
  };
}

/** The mapping and options as they are edited; each edit is saved, one after another. */
export function useMappingDraft({ job }: ImportPage) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { say } = useRefusals();
  const save = useMutation(trpc.transfer.map.mutationOptions({}));
  const [draft, setDraft] = useState({ mapping: job.mapping, options: job.options });
  const saving = useRef<Promise<unknown>>(Promise.resolve());

  const change = (next: { mapping?: Mapping; options?: Partial<ImportOptions> }) => {
    const { mapping = draft.mapping, options } = next;
    setDraft({ mapping, options: { ...draft.options, ...options } });
    saving.current = saving.current
      .then(() =>
        save.mutateAsync({ importId: job.id, ...(next.mapping && { mapping }), ...(options && { options }) }),
      )
      .then(() => client.invalidateQueries(trpc.transfer.get.queryFilter({ importId: job.id })))
      .catch((error: unknown) => void toast.error(say(error)));
  };
  return { ...draft, change, saved: () => saving.current };
}
