"use client";

import { type QueryClient, type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { useTRPC } from "@/components/api/trpc";
import { knownVersion } from "@/components/deals/deal-cache";
import { useWorkspace } from "@/components/workspace/workspace";
import { entities } from "@/server/platform/permissions";
import type { LiveChange } from "./live-change";

type Api = ReturnType<typeof useTRPC>;

/** A burst of changes (a robot's chain, an import) is one fetch of the board. */
const burstMs = 150;

/** Turns changes into refetches of exactly what they touch. */
export function useRefresh(): (change: LiveChange | null) => void {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { memberId } = useWorkspace();
  const refresher = useMemo(() => createRefresher(client, trpc), [client, trpc]);
  useEffect(() => () => refresher.stop(), [refresher]);
  return (change) => {
    const another = change?.entity === "notification" && change.id !== memberId;
    if (!another) refresher.receive(change);
  };
}

function createRefresher(client: QueryClient, trpc: Api) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waiting = new Map<string, LiveChange>();

  const flush = () => {
    // A fetch now could show the board as it was before the move that is on its way.
    if (client.isMutating({ mutationKey: trpc.deals.move.mutationKey() }) > 0) return schedule();
    const changes = [...waiting.values()];
    waiting.clear();
    const news = changes.filter((change) => change.version !== undefined && !isKnown(client, trpc, change));
    if (news.length > 0) {
      void client.invalidateQueries(trpc.deals.board.pathFilter());
      void client.invalidateQueries(trpc.deals.list.pathFilter());
    }
    for (const { id } of news) {
      void client.invalidateQueries(trpc.deals.get.queryFilter({ dealId: id }));
      refreshRecord(client, trpc, "deal", id);
    }
  };
  const schedule = () => {
    clearTimeout(timer);
    timer = setTimeout(flush, burstMs);
  };

  return {
    receive: (change: LiveChange | null) => {
      if (!change) return void client.invalidateQueries();
      if (change.entity === "deal") {
        waiting.set(change.version === undefined ? `${change.id}/about` : change.id, change);
        schedule();
        refreshAround(client, trpc, change);
      } else if (entities.some((entity) => entity === change.entity)) {
        refreshRecord(client, trpc, change.entity, change.id);
        refreshAround(client, trpc, change);
        refreshRest(client, trpc, change.entity);
      } else refreshRest(client, trpc, change.entity);
    },
    stop: () => clearTimeout(timer),
  };
}

function isKnown(client: QueryClient, trpc: Api, { id, version }: LiveChange): boolean {
  const known = knownVersion(client, trpc, id);
  return known !== null && version !== undefined && known >= version;
}

// The record itself, unless an edit of one's own is on its way: it is shown already, and fetches once it has landed.
function refreshRecord(client: QueryClient, trpc: Api, entity: string, id: string) {
  if (client.isMutating({ mutationKey: trpc.records.update.mutationKey() }) > 0) return;
  void client.invalidateQueries({
    queryKey: trpc.records.get.pathKey(),
    predicate: ({ queryKey }) => isAbout(queryKey, id),
  });
  if (entity !== "deal") {
    void client.invalidateQueries({
      queryKey: trpc.records.points.pathKey(),
      predicate: ({ queryKey }) => isAbout(queryKey, id),
    });
  }
  void client.invalidateQueries(trpc.records.list.pathFilter());
}

// History and what stands around have no version of their own: every event of the record may have added a line.
function refreshAround(client: QueryClient, trpc: Api, { entity, id }: LiveChange) {
  for (const queryKey of [
    trpc.records.timeline.pathKey(),
    trpc.records.activities.pathKey(),
    trpc.around.watchers.pathKey(),
    trpc.around.links.pathKey(),
  ]) {
    void client.invalidateQueries({ queryKey, predicate: (query) => isAbout(query.queryKey, id) });
  }
  void client.invalidateQueries(trpc.activities.agenda.pathFilter());
  if (entity !== "deal") return;
  void client.invalidateQueries(
    trpc.automation.recordProcesses.queryFilter({ entity: "deal", recordId: id }),
  );
}

function isAbout(queryKey: readonly unknown[], dealId: string): boolean {
  return JSON.stringify(queryKey).includes(dealId);
}

function refreshRest(client: QueryClient, trpc: Api, entity: string) {
  if (entity === "pipeline") {
    refreshIdle(client, trpc.pipelines.pathKey());
    void client.invalidateQueries(trpc.deals.board.pathFilter());
  }
  if (entity === "notification") void client.invalidateQueries(trpc.notifications.list.pathFilter());
  if (entity === "tag" || entity === "field") {
    void client.invalidateQueries(trpc.fields.list.pathFilter());
    void client.invalidateQueries(trpc.around.tags.queryFilter());
  }
  if (entity === "member") {
    void client.invalidateQueries(trpc.identity.members.queryFilter());
  }
  if (entity === "stage") refreshIdle(client, trpc.automation.pathKey());
  if (entity === "contact" || entity === "company") {
    void client.invalidateQueries(trpc.contacts.pathFilter());
    void client.invalidateQueries(trpc.companies.pathFilter());
  }
}

// An edit of one's own on its way is shown already and fetches once it has landed; a fetch now would undo it.
function refreshIdle(client: QueryClient, queryKey: QueryKey) {
  if (client.isMutating({ mutationKey: queryKey }) === 0) void client.invalidateQueries({ queryKey });
}
