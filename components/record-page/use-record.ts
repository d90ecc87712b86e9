"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type ApiOutput, useTRPC } from "@/components/api/trpc";
import { useInList } from "@/components/lists/in-list";
import { refreshLists } from "@/components/records/refresh-lists";
import type { RecordData } from "@/server/crm/records/contract";
import type { Entity } from "@/server/platform/permissions";

export type RecordRef = { entity: Entity; id: string };
type Answer = ApiOutput["records"]["get"];

const known = ({ entity, id }: RecordRef) => ({ entity, id, trash: true });

/** A record with every field, one in the trash too. */
export function useRecord(ref: RecordRef) {
  const trpc = useTRPC();
  return useQuery(trpc.records.get.queryOptions(known(ref)));
}

/** What a kind of record holds, and how its fields are called. */
export function useFields(entity: Entity) {
  const trpc = useTRPC();
  return useQuery(trpc.fields.list.queryOptions(useInList(entity), { staleTime: 60_000 })).data ?? [];
}

/**
 * Saves fields of a record, shown at once and taken back when they are refused. `begin` remembers the record as the
 * editor found it: a field that a colleague changed meanwhile is not written over unseen, another one is no conflict.
 */
export function useUpdateRecord(record: RecordData) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const ref = { entity: record.entity, id: record.id };
  const mutation = useMutation(trpc.records.update.mutationOptions());
  const [found, setFound] = useState<RecordData | null>(null);
  const key = trpc.records.get.queryKey(known(ref));

  function begin(): void {
    setFound(record);
    mutation.reset();
  }

  async function save(
    changes: Record<string, unknown>,
    names: Record<string, string> = {},
  ): Promise<boolean> {
    const before = client.getQueryData(key);
    const current = before?.record ?? record;
    const touched = found && Object.keys(changes).some((field) => !same(found, current, field));
    const show = () =>
      client.setQueryData<Answer>(key, (answer) => answer && withChanges(answer, changes, names));
    show();
    return inTurn(record.id, async () => {
      const { version } = touched ? found : (client.getQueryData(key)?.record ?? record);
      await client.cancelQueries({ queryKey: key });
      show();
      return keep({ version, changes, before });
    });
  }

  async function keep({ version, changes, before }: Keeping): Promise<boolean> {
    try {
      const after = await mutation.mutateAsync({ ...ref, version, changes });
      client.setQueryData<Answer>(key, after);
      refreshRecord(client, trpc, ref);
      setFound(after.record);
      return true;
    } catch {
      client.setQueryData(key, before);
      await client.invalidateQueries({ queryKey: key });
      // Seen by now: a second try writes over it.
      setFound(null);
      return false;
    }
  }
  return { save, begin, pending: mutation.isPending, error: mutation.error };
}

type Keeping = { version: number; changes: Record<string, unknown>; before: Answer | undefined };

const turns = new Map<string, Promise<unknown>>();

// Two fields saved one right after the other: the second begins from the version that the first one made.
function inTurn<T>(recordId: string, work: () => Promise<T>): Promise<T> {
  const mine = (turns.get(recordId) ?? Promise.resolve()).then(work, work);
  turns.set(recordId, mine);
  const leave = () => {
    if (turns.get(recordId) === mine) turns.delete(recordId);
  };
  mine.then(leave, leave);
  return mine;
}

function same(a: RecordData, b: RecordData, field: string): boolean {
  return JSON.stringify(a.values[field] ?? null) === JSON.stringify(b.values[field] ?? null);
}

function withChanges(
  { record, names }: Answer,
  changes: Record<string, unknown>,
  more: Record<string, string>,
): Answer {
  return {
    record: { ...record, values: { ...record.values, ...changes } },
    names: { ...names, ...more },
  };
}

type Client = ReturnType<typeof useQueryClient>;
type Api = ReturnType<typeof useTRPC>;

/** Fetches again what is shown beside a record that has changed: its history, lists and cards. */
export function refreshRecord(client: Client, trpc: Api, { entity, id }: RecordRef): void {
  const about = (queryKey: readonly unknown[]) => JSON.stringify(queryKey).includes(id);
  void client.invalidateQueries({
    queryKey: trpc.records.timeline.pathKey(),
    predicate: ({ queryKey }) => about(queryKey),
  });
  refreshLists(client, trpc);
  if (entity === "deal") {
    void client.invalidateQueries(trpc.deals.get.queryFilter({ dealId: id }));
    void client.invalidateQueries(trpc.deals.board.pathFilter());
    void client.invalidateQueries(trpc.deals.list.pathFilter());
  }
  if (entity === "invoice") {
    void client.invalidateQueries(trpc.invoices.pathFilter());
    void client.invalidateQueries(trpc.lineItems.pathFilter());
  }
  if (entity === "product") void client.invalidateQueries(trpc.products.pathFilter());
  if (entity === "lead") void client.invalidateQueries(trpc.leads.pathFilter());
  if (entity === "contact") void client.invalidateQueries(trpc.contacts.pathFilter());
  if (entity === "company") void client.invalidateQueries(trpc.companies.pathFilter());
}
