"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC, useTRPCClient } from "@/components/api/trpc";
import { toast } from "@/components/ui/toast";
import type { BoardColumn } from "@/server/crm/deals/contract";
import type { Pipeline } from "@/server/pipelines/contract";
import { appendPage, columnOf } from "./board-state";

type Narrowing = { ownerId?: string; search?: string };

/** The board of a pipeline; fetching it again brings back as many cards of each column as were loaded. */
export function useBoard(pipeline: Pipeline, narrowing: Narrowing) {
  const trpc = useTRPC();
  const api = useTRPCClient();
  const client = useQueryClient();
  const t = useTranslations("ui.error");
  const { say } = useRefusals();
  const [loadingMore, setLoadingMore] = useState<string | null>(null);
  const query = { pipelineId: pipeline.id, ...narrowing };
  const queryKey = trpc.deals.board.queryKey(query);

  const nextPage = (column: BoardColumn) => {
    const last = column.cards.at(-1);
    const cursor = last && { position: last.position, id: last.id };
    return api.deals.column.query({ ...query, stageId: column.stageId, cursor });
  };

  async function refill(fresh: BoardColumn[], loaded: BoardColumn[]): Promise<BoardColumn[]> {
    let board = fresh;
    for (const { stageId, cards } of loaded) {
      let column = columnOf(board, stageId);
      while (column.hasMore && column.cards.length < cards.length) {
        board = appendPage(board, stageId, await nextPage(column));
        column = columnOf(board, stageId);
      }
    }
    return board;
  }

  const board = useQuery({
    ...trpc.deals.board.queryOptions(query),
    queryFn: async ({ signal }) => {
      const fresh = await api.deals.board.query(query, { signal });
      return refill(fresh, client.getQueryData<BoardColumn[]>(queryKey) ?? []);
    },
    // Typing into the search keeps the cards until the new ones come; another pipeline has other stages.
    placeholderData: (previous?: BoardColumn[]) =>
      previous && fits(previous, pipeline) ? previous : undefined,
  });

  async function loadMore(stageId: string): Promise<void> {
    const columns = client.getQueryData<BoardColumn[]>(queryKey);
    if (!columns) return;
    setLoadingMore(stageId);
    try {
      const page = await nextPage(columnOf(columns, stageId));
      client.setQueryData<BoardColumn[]>(queryKey, (now) => now && appendPage(now, stageId, page));
      setLoadingMore(null);
    } catch (error) {
      // It stays "loading" until asked again, so that a broken line is not asked forever.
      toast.error(say(error), {
        id: "load-more",
        action: { label: t("retry"), run: () => void loadMore(stageId) },
      });
    }
  }

  return { board, loadMore, loadingMore };
}

function fits(columns: readonly BoardColumn[], pipeline: Pipeline): boolean {
  return columns.every((column) => pipeline.stages.some((stage) => stage.id === column.stageId));
}
