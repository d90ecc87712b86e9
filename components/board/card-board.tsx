"use client";

import { SearchX } from "lucide-react";
import { type ReactNode, useState } from "react";
import { refusalOf, requestIdOf, useRefusals } from "@/components/api/refusal";
import { Kanban } from "@/components/kanban/kanban";
import type { KanbanMove } from "@/components/kanban/kanban-types";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import type { Pipeline } from "@/server/pipelines/contract";
import { BoardSkeleton } from "./board-skeleton";
import { columnOf, findCard } from "./board-state";
import type { CardsApi, ShownCard } from "./cards-api";
import { StageHead } from "./stage-head";
import { type Narrowing, useBoard } from "./use-board";
import type { MoveRequest } from "./use-move-card";

export type CardBoardProps<Card extends ShownCard> = {
  api: CardsApi<Card>;
  pipeline: Pipeline;
  narrowing: Narrowing;
  /** Said above the columns when a filter leaves nothing; null when nothing is filtered. */
  nothing: { text: string; reset: string; onReset: () => void } | null;
  words: { count: (count: number) => string; add: (stage: string) => string };
  mayAdd: boolean;
  movable: (card: Card) => boolean;
  move: (request: MoveRequest<Card>) => void;
  /** The form for one more at the head of a stage. */
  quickAdd: (stageId: string, onClose: () => void) => ReactNode;
  /** What the first column of an empty pipeline says. */
  first: (onAdd: () => void) => ReactNode;
  face: (card: Card) => ReactNode;
  onRobots: (stageId: string) => void;
};

/** A pipeline's cards by stage, whatever they stand for. */
export function CardBoard<Card extends ShownCard>(props: CardBoardProps<Card>) {
  const { api, pipeline, narrowing, nothing, words, mayAdd, move } = props;
  const { board, loadMore, loadingMore } = useBoard(api, pipeline, narrowing);
  const { say } = useRefusals();
  const [adding, setAdding] = useState<string | null>(null);

  if (board.isPending) return <BoardSkeleton stages={pipeline.stages.length} />;
  if (board.isError && !board.data) {
    // A filter that cannot be asked is no fault to try again.
    const refused = nothing && refusalOf(board.error);
    if (refused) return <NothingFound {...nothing} text={say(board.error)} />;
    return <ErrorState requestId={requestIdOf(board.error)} onRetry={() => void board.refetch()} />;
  }

  const columns = pipeline.stages.map((stage) => ({ ...stage, ...columnOf(board.data, stage.id) }));
  const isEmpty = columns.every((column) => column.count === 0);
  const first = columns[0]?.id;

  const onMove = ({ cardId, columnId, afterId }: KanbanMove) => {
    const card = findCard(board.data, cardId);
    const stage = pipeline.stages.find((one) => one.id === columnId);
    if (card && stage) move({ card, stage, afterId });
  };
  return (
    <>
      {isEmpty && nothing && <NothingFound {...nothing} />}
      <Kanban
        columns={columns}
        onMove={onMove}
        onMore={(stageId) => void loadMore(stageId)}
        loadingMore={loadingMore}
        titleOf={(card) => card.title}
        movable={props.movable}
        head={(column) => (
          <StageHead
            name={column.name}
            total={columnOf(board.data, column.id)}
            count={words.count(column.count)}
            addLabel={mayAdd ? words.add(column.name) : null}
            onAdd={() => setAdding(adding === column.id ? null : column.id)}
            onRobots={() => props.onRobots(column.id)}
          />
        )}
        top={(column) => adding === column.id && props.quickAdd(column.id, () => setAdding(null))}
        empty={(column) =>
          isEmpty && !nothing && first && column.id === first && adding !== first
            ? props.first(() => setAdding(first))
            : null
        }
        face={props.face}
      />
    </>
  );
}

function NothingFound({ text, reset, onReset }: { text: string; reset: string; onReset: () => void }) {
  return (
    <div className="mx-6 mb-2 flex items-center gap-2 rounded-md bg-ink/5 px-3 py-2 text-ink-muted max-md:mx-4">
      <SearchX aria-hidden className="size-4 shrink-0" />
      <output className="flex-1">{text}</output>
      <Button size="sm" onClick={onReset}>
        {reset}
      </Button>
    </div>
  );
}
