"use client";

import { type QueryClient, type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { useTRPC } from "@/components/api/trpc";
import { knownVersion } from "@/components/board/card-cache";
import type { CardsApi } from "@/components/board/cards-api";
import { useDealsApi } from "@/components/deals/use-deals-api";
import { refreshFields } from "@/components/fields/refresh-fields";
import { useLeadsApi } from "@/components/leads/use-leads-api";
import { listedVersion } from "@/components/records/record-cache";
import { refreshLists } from "@/components/records/refresh-lists";
import { useWorkspace } from "@/components/workspace/workspace";
import type { DealCard } from "@/server/crm/deals/contract";
import type { LeadCard } from "@/server/crm/leads/contract";
import { automatedEntities, entities } from "@/server/platform/permissions";
import type { LiveChange } from "./live-change";

type Api = ReturnType<typeof useTRPC>;

/** A burst of changes (a robot's chain, an import) is one fetch of the board. */
const burstMs = 150;

/** Lists wait longer: a change of many records is one fetch when it pauses. */
const listBurstMs = 600;

/** Turns changes into refetches of exactly what they touch. */
export function useRefresh(): (change: LiveChange | null) => void {
  const trpc = useTRPC();
  const client = useQueryClient();
  const deals = useDealsApi();
  const leads = useLeadsApi();
  const refresher = useMemo(
    () => createRefresher(client, trpc, [deals, leads]),
    [client, trpc, deals, leads],
  );
  const { memberId } = useWorkspace();
  useEffect(() => () => refresher.stop(), [refresher]);
  return (change) => {
    const another = change?.entity === "notification" && change.id !== memberId;
    if (!another) refresher.receive(change);
  };
}

// Each is asked for what every card has, and for keys.
type Boards = readonly [CardsApi<DealCard>, CardsApi<LeadCard>];

function createRefresher(client: QueryClient, trpc: Api, boards: Boards) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let listTimer: ReturnType<typeof setTimeout> | undefined;
  const waiting = new Map<string, LiveChange>();

  const flush = () => {
    // A fetch now could show the board as it was before the move that is on its way.
    if (boards.some(({ moveKey }) => client.isMutating({ mutationKey: moveKey }) > 0)) return schedule();
    const changes = [...waiting.values()];
    waiting.clear();
    for (const board of boards) {
      const { keys } = board;
      const news = changes.filter(
        (change) => change.entity === board.entity && change.version !== undefined && !isKnown(change),
      );
      if (news.length > 0) {
        void client.invalidateQueries({ queryKey: keys.boards });
        void client.invalidateQueries({ queryKey: keys.lists });
      }
      for (const { id } of news) void client.invalidateQueries({ queryKey: board.cardKey(id) });
    }
    for (const { id, version } of changes) if (version !== undefined) refreshRecord(client, trpc, id);
  };
  const isKnown = ({ entity, id, version }: LiveChange): boolean => {
    const [deals, leads] = boards;
    const known = entity === "lead" ? knownVersion(client, leads, id) : knownVersion(client, deals, id);
    return known !== null && version !== undefined && known >= version;
  };
  const schedule = () => {
    clearTimeout(timer);
    timer = setTimeout(flush, burstMs);
  };

  const flushLists = () => {
    if (client.isMutating({ mutationKey: trpc.records.update.mutationKey() }) > 0) return scheduleLists();
    refreshLists(client, trpc);
  };
  const scheduleLists = () => {
    clearTimeout(listTimer);
    listTimer = setTimeout(flushLists, listBurstMs);
  };

  return {
    receive: (change: LiveChange | null) => {
      if (!change) return void client.invalidateQueries();
      const listed = listedVersion(client, trpc, change.id);
      const seen = listed !== null && change.version !== undefined && listed >= change.version;
      if (change.version !== undefined && !seen) scheduleLists();
      if (change.entity === "deal" || change.entity === "lead") {
        waiting.set(change.version === undefined ? `${change.id}/about` : change.id, change);
        schedule();
        refreshAround(client, trpc, change);
      } else if (entities.some((entity) => entity === change.entity)) {
        refreshRecord(client, trpc, change.id);
        refreshAround(client, trpc, change);
        refreshRest(client, trpc, change.entity);
      } else refreshRest(client, trpc, change.entity);
    },
    stop: () => {
      clearTimeout(timer);
      clearTimeout(listTimer);
    },
  };
}

// The record itself, unless an edit of one's own is on its way: it is shown already, and fetches once it has landed.
function refreshRecord(client: QueryClient, trpc: Api, id: string) {
  if (client.isMutating({ mutationKey: trpc.records.update.mutationKey() }) > 0) return;
  for (const queryKey of [trpc.records.get.pathKey(), trpc.records.points.pathKey()]) {
    void client.invalidateQueries({ queryKey, predicate: (query) => isAbout(query.queryKey, id) });
  }
}

// History and what stands around have no version of their own: every event of the record may have added a line.
function refreshAround(client: QueryClient, trpc: Api, { entity, id }: LiveChange) {
  for (const queryKey of [
    trpc.records.timeline.pathKey(),
    trpc.records.activities.pathKey(),
    trpc.around.watchers.pathKey(),
    trpc.around.links.pathKey(),
    trpc.files.list.pathKey(),
  ]) {
    void client.invalidateQueries({ queryKey, predicate: (query) => isAbout(query.queryKey, id) });
  }
  void client.invalidateQueries(trpc.activities.agenda.pathFilter());
  refreshIdle(client, trpc.lineItems.pathKey());
  const automated = automatedEntities.find((one) => one === entity);
  if (!automated) return;
  void client.invalidateQueries(
    trpc.automation.recordProcesses.queryFilter({ entity: automated, recordId: id }),
  );
}

function isAbout(queryKey: readonly unknown[], id: string): boolean {
  return JSON.stringify(queryKey).includes(id);
}

function refreshRest(client: QueryClient, trpc: Api, entity: string) {
  if (entity === "pipeline") {
    refreshIdle(client, trpc.pipelines.pathKey());
    void client.invalidateQueries(trpc.deals.board.pathFilter());
    void client.invalidateQueries(trpc.leads.board.pathFilter());
  }
  if (entity === "notification") void client.invalidateQueries(trpc.notifications.list.pathFilter());
  if (entity === "tag") {
    void client.invalidateQueries(trpc.fields.list.pathFilter());
    void client.invalidateQueries(trpc.around.tags.queryFilter());
  }
  if (entity === "field") refreshFields(client, trpc);
  if (entity === "api_key") void client.invalidateQueries(trpc.apiKeys.pathFilter());
  if (entity === "webhook" || entity === "webhook_delivery")
    void client.invalidateQueries(trpc.webhooks.pathFilter());
  if (entity === "webform") void client.invalidateQueries(trpc.webforms.pathFilter());
  if (entity === "member") void client.invalidateQueries(trpc.identity.members.queryFilter());
  // Of a stage, or of statuses, which are the organization's.
  if (entity === "stage" || entity === "organization") refreshIdle(client, trpc.automation.pathKey());
  if (entity === "import") refreshIdle(client, trpc.transfer.pathKey());
  if (entity === "imported") {
    // Records of any kind, many at once.
    for (const list of [trpc.deals.board, trpc.deals.list, trpc.leads.board, trpc.records.list])
      void client.invalidateQueries(list.pathFilter());
    for (const kind of [trpc.contacts, trpc.companies]) void client.invalidateQueries(kind.pathFilter());
    for (const kind of [trpc.products, trpc.invoices, trpc.lists]) refreshIdle(client, kind.pathKey());
  }
  if (entity === "view") void client.invalidateQueries(trpc.views.pathFilter());
  if (entity === "currency_rates") refreshIdle(client, trpc.currencies.pathKey());
  if (entity === "bulk_job") void client.invalidateQueries(trpc.bulk.unfinished.queryFilter());
  if (entity === "list" || entity === "list_item") refreshIdle(client, trpc.lists.pathKey());
  if (entity === "product" || entity === "product_category") refreshIdle(client, trpc.products.pathKey());
  // Branches are the choices of a field.
  if (entity === "product_category") void client.invalidateQueries(trpc.fields.list.pathFilter());
  if (entity === "invoice") {
    refreshIdle(client, trpc.invoices.pathKey());
    // Its deal tells of it too.
    void client.invalidateQueries(trpc.records.timeline.pathFilter());
    refreshIdle(client, trpc.lineItems.pathKey());
  }
  if (entity === "contact" || entity === "company") {
    void client.invalidateQueries(trpc.contacts.pathFilter());
    void client.invalidateQueries(trpc.companies.pathFilter());
  }
}

// An edit of one's own on its way is shown already and fetches once it has landed; a fetch now would undo it.
function refreshIdle(client: QueryClient, queryKey: QueryKey) {
  if (client.isMutating({ mutationKey: queryKey }) === 0) void client.invalidateQueries({ queryKey });
}
