"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/api/trpc";
import type { Stage } from "@/server/pipelines/contract";

/** The names behind ids: pipelines and their stages, people, sources, loss reasons. Shared by all queries' cache. */
export function useDirectory() {
  const trpc = useTRPC();
  const pipelines = useQuery(trpc.pipelines.list.queryOptions());
  const members = useQuery(trpc.identity.members.queryOptions());
  const sources = useQuery(trpc.pipelines.sources.queryOptions());
  // What was lost keeps a reason that is offered no more.
  const lossReasons = useQuery(trpc.pipelines.lossReasons.queryOptions({ archived: true }));
  const stages = (pipelines.data ?? []).flatMap((pipeline) => pipeline.stages);
  return {
    pipelines: pipelines.data ?? [],
    members: members.data ?? [],
    sources: sources.data ?? [],
    lossReasons: (lossReasons.data ?? []).filter((reason) => !reason.archivedAt),
    stage: (id: unknown): Stage | null => stages.find((stage) => stage.id === id) ?? null,
    member: nameIn(members.data),
    source: nameIn(sources.data),
    lossReason: nameIn(lossReasons.data),
  };
}

function nameIn(list: readonly { id: string; name: string }[] | undefined) {
  return (id: unknown): string | null => list?.find((one) => one.id === id)?.name ?? null;
}
