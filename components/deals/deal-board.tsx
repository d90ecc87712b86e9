"use client";

import { Inbox, Plus, SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { requestIdOf } from "@/components/api/refusal";
import { Kanban } from "@/components/kanban/kanban";
import type { KanbanMove } from "@/components/kanban/kanban-types";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { useMay } from "@/components/workspace/workspace";
import type { Pipeline } from "@/server/pipelines/contract";
import { BoardSkeleton } from "./board-skeleton";
import { columnOf, findCard } from "./board-state";
import { DealFace } from "./deal-face";
import { useMove } from "./deal-moves";
import { QuickAdd } from "./quick-add";
import { StageHead } from "./stage-head";
import { useBoard } from "./use-board";
import { useDealFilters, useOpenDeal, useRobotsStage } from "./use-deal-filters";

/** A pipeline's deals by stage. */
export function DealBoard({ pipeline }: { pipeline: Pipeline }) {
  const { narrowing, narrowed } = useDealFilters();
  const { board, loadMore, loadingMore } = useBoard(pipeline, narrowing);
  const [, openDeal] = useOpenDeal();
  const [, openRobots] = useRobotsStage();
  const [adding, setAdding] = useState<string | null>(null);
  const move = useMove();
  const may = useMay();

  if (board.isPending) return <BoardSkeleton stages={pipeline.stages.length} />;
  if (board.isError && !board.data)
    return <ErrorState requestId={requestIdOf(board.error)} onRetry={() => void board.refetch()} />;

  const columns = pipeline.stages.map((stage) => ({ ...stage, ...columnOf(board.data, stage.id) }));
  const isEmpty = columns.every((column) => column.count === 0);
  const first = columns[0]?.id;

  const onMove = ({ cardId, columnId, afterId }: KanbanMove) => {
    const deal = findCard(board.data, cardId);
    const stage = pipeline.stages.find((one) => one.id === columnId);
    if (deal && stage) move({ deal, stage, afterId });
  };
  return (
    <>
      {isEmpty && narrowed && <NothingFound />}
      <Kanban
        columns={columns}
        onMove={onMove}
        onMore={(stageId) => void loadMore(stageId)}
        loadingMore={loadingMore}
        titleOf={(deal) => deal.title}
        movable={(deal) => may("deal.move", deal)}
        head={(column) => (
          <StageHead
            name={column.name}
            total={columnOf(board.data, column.id)}
            onAdd={() => setAdding(adding === column.id ? null : column.id)}
            onRobots={() => void openRobots(column.id)}
          />
        )}
        top={(column) =>
          adding === column.id && <QuickAdd stageId={column.id} onClose={() => setAdding(null)} />
        }
        empty={(column) =>
          isEmpty && !narrowed && column.id === first && adding !== first ? (
            <FirstDeal onAdd={() => setAdding(first)} />
          ) : null
        }
        face={(deal) => <DealFace deal={deal} onOpen={(dealId) => void openDeal(dealId)} />}
      />
    </>
  );
}

function FirstDeal({ onAdd }: { onAdd: () => void }) {
  const t = useTranslations("board.empty");
  const may = useMay();
  return (
    <EmptyState
      icon={<Inbox />}
      title={t("title")}
      text={may("deal.create") ? t("text") : t("textReader")}
      className="px-2 py-6"
      action={
        may("deal.create") && (
          <Button variant="primary" onClick={onAdd}>
            <Plus />
            {t("add")}
          </Button>
        )
      }
    />
  );
}

function NothingFound() {
  const t = useTranslations("board.filter");
  const { setFilters } = useDealFilters();
  return (
    <div className="mx-6 mb-2 flex items-center gap-2 rounded-md bg-ink/5 px-3 py-2 text-ink-muted max-md:mx-4">
      <SearchX aria-hidden className="size-4 shrink-0" />
      <output className="flex-1">{t("nothing")}</output>
      <Button size="sm" onClick={() => void setFilters({ q: null, owner: null })}>
        {t("reset")}
      </Button>
    </div>
  );
}
