"use client";

import { type QueryKey, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { toast } from "@/components/ui/toast";
import type { BoardColumn } from "@/server/crm/staged/contract";
import type { Filter } from "@/server/filter/tree";
import type { Pipeline } from "@/server/pipelines/contract";
import { appendPage, columnOf } from "./board-state";
import type { CardsApi, ShownCard } from "./cards-api";

export type Narrowing = { ownerId?: string; search?: string; filter?: Filter };

/** The board of a pipeline; fetching it again brings back as many cards of each column as were loaded. */
export function useBoard<Card extends ShownCard>(
  api: CardsApi<Card>,
  pipeline: Pipeline,
  narrowing: Narrowing,
) {
  type Columns = BoardColumn<Card>[];
  const client = useQueryClient();
  const t = useTranslations("ui.error");
  const { say } = useRefusals();
  const [loadingMore, setLoadingMore] = useState<string | null>(null);
  const query = { pipelineId: pipeline.id, ...narrowing };
  const queryKey = api.boardKey(query);

  const nextPage = (column: BoardColumn<Card>) => {
    const last = column.cards.at(-1);
    const cursor = last && { position: last.position, id: last.id };
    return api.column({ ...query, stageId: column.stageId, cursor });
  };

  async function refill(fresh: Columns, loaded: Columns): Promise<Columns> {
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

  const board = useQuery<Columns, Error, Columns, QueryKey>({
    queryKey,
    queryFn: async ({ signal }) => {
      const fresh = await api.board(query, signal);
      return refill(fresh, client.getQueryData<Columns>(queryKey) ?? []);
    },
    // Typing into the search keeps the cards until the new ones come; another pipeline has other stages.
    placeholderData: (previous) => (previous && fits(previous, pipeline) ? previous : undefined),
  });

  async function loadMore(stageId: string): Promise<void> {
    const columns = client.getQueryData<Columns>(queryKey);
    if (!columns) return;
    setLoadingMore(stageId);
    try {
      const page = await nextPage(columnOf(columns, stageId));
      client.setQueryData<Columns>(queryKey, (now) => now && appendPage(now, stageId, page));
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

function fits(columns: readonly { stageId: string }[], pipeline: Pipeline): boolean {
  return columns.every((column) => pipeline.stages.some((stage) => stage.id === column.stageId));
}
