"use client";

import { Inbox, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { CardBoard } from "@/components/board/card-board";
import { useBoardFilters, useOpenCard, useRobotsStage } from "@/components/board/use-board-filters";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { useMay } from "@/components/workspace/workspace";
import type { Pipeline } from "@/server/pipelines/contract";
import { DealFace } from "./deal-face";
import { useMove } from "./deal-moves";
import { QuickAdd } from "./quick-add";
import { useDealsApi } from "./use-deals-api";

/** A pipeline's deals by stage. */
export function DealBoard({ pipeline }: { pipeline: Pipeline }) {
  const t = useTranslations("board");
  const api = useDealsApi();
  const { narrowing, narrowed, reset } = useBoardFilters("deal");
  const [, openDeal] = useOpenCard("deal");
  const [, openRobots] = useRobotsStage();
  const move = useMove();
  const may = useMay();
  return (
    <CardBoard
      api={api}
      pipeline={pipeline}
      narrowing={narrowing}
      nothing={
        narrowed
          ? {
              text: t("filter.nothing"),
              reset: t("filter.reset"),
              onReset: reset,
            }
          : null
      }
      words={{
        count: (count) => t("head.count", { count }),
        add: (stage) => t("head.add", { stage }),
      }}
      mayAdd={may("deal.create")}
      movable={(deal) => may("deal.move", deal)}
      move={move}
      quickAdd={(stageId, onClose) => <QuickAdd stageId={stageId} onClose={onClose} />}
      first={(onAdd) => <FirstDeal onAdd={onAdd} />}
      face={(deal) => <DealFace deal={deal} onOpen={(dealId) => void openDeal(dealId)} />}
      onRobots={(stageId) => void openRobots(stageId)}
    />
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
