"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRefusals } from "@/components/api/refusal";
import { type ApiInput, type ApiOutput, useTRPC } from "@/components/api/trpc";
import { movedAfter } from "@/components/sortable/order";
import { toast } from "@/components/ui/toast";
import { type LineItem, totalsOf } from "@/server/crm/line-items/contract";

type RecordLines = ApiOutput["lineItems"]["list"];
type Added = ApiInput["lineItems"]["add"]["lines"][number];

/** A record's lines; a change shows at once and goes back when the server refuses it, which is then said. */
export function useLines(recordId: string) {
  const t = useTranslations("products.lines");
  const trpc = useTRPC();
  const client = useQueryClient();
  const { say } = useRefusals();
  const query = useQuery(trpc.lineItems.list.queryOptions({ recordId }));
  const key = trpc.lineItems.list.queryKey({ recordId });

  function show(edit: (lines: LineItem[]) => LineItem[]): void {
    client.setQueryData<RecordLines>(key, (now) => {
      if (!now) return now;
      const lines = edit(now.lines);
      return { ...now, lines, totals: totalsOf(lines) };
    });
  }
  const outcome = {
    onSuccess: (lines: RecordLines) => {
      client.setQueryData(key, lines);
      void client.invalidateQueries(trpc.deals.get.pathFilter());
      void client.invalidateQueries(trpc.records.timeline.pathFilter());
      void client.invalidateQueries(trpc.invoices.pathFilter());
    },
    onError: (error: unknown) => {
      toast.error(say(error));
      void client.invalidateQueries({ queryKey: key });
    },
  };
  const add = useMutation(trpc.lineItems.add.mutationOptions(outcome));
  const update = useMutation(trpc.lineItems.update.mutationOptions(outcome));
  const remove = useMutation(trpc.lineItems.remove.mutationOptions(outcome));
  const reorder = useMutation(trpc.lineItems.reorder.mutationOptions(outcome));

  return {
    query,
    adding: add.isPending,
    add: (line: Added, afterId?: string) => add.mutate({ recordId, lines: [line], afterId }),
    change: (lineId: string, changes: ApiInput["lineItems"]["update"]["changes"]) => {
      const said = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
      show((lines) => lines.map((line) => (line.id === lineId ? { ...line, ...said } : line)));
      update.mutate({ recordId, lineId, changes });
    },
    remove: (line: LineItem, afterId: string | null) => {
      show((lines) => lines.filter(({ id }) => id !== line.id));
      const { id: _, ...same } = line;
      const undo = () => add.mutate({ recordId, lines: [same], afterId });
      remove.mutate(
        { recordId, lineId: line.id },
        { onSuccess: () => toast.success(t("removed", { name: line.name }), { undo }) },
      );
    },
    move: (id: string, afterId: string | null) => {
      show((lines) => movedAfter(lines, id, afterId));
      const lineIds = movedAfter(query.data?.lines ?? [], id, afterId).map((line) => line.id);
      reorder.mutate({ recordId, lineIds });
    },
  };
}

export type Lines = ReturnType<typeof useLines>;
