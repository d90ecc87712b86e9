"use client";

import { Inbox, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { CardBoard } from "@/components/board/card-board";
import { useBoardFilters, useOpenCard, useRobotsStage } from "@/components/board/use-board-filters";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { useMay } from "@/components/workspace/workspace";
import type { Pipeline } from "@/server/pipelines/contract";
import { LeadFace } from "./lead-face";
import { useLeadMoves } from "./lead-moves";
import { LeadQuickAdd } from "./lead-quick-add";
import { useLeadsApi } from "./use-leads-api";

/** A pipeline's leads by stage. */
export function LeadBoard({ pipeline }: { pipeline: Pipeline }) {
  const t = useTranslations("lead");
  const api = useLeadsApi();
  const { narrowing, narrowed, reset } = useBoardFilters("lead");
  const [, openLead] = useOpenCard("lead");
  const [, openRobots] = useRobotsStage();
  const { move } = useLeadMoves();
  const may = useMay();
  return (
    <CardBoard
      api={api}
      pipeline={pipeline}
      narrowing={narrowing}
      nothing={
        narrowed
          ? {
              text: t("board.nothing"),
              reset: t("board.reset"),
              onReset: reset,
            }
          : null
      }
      words={{
        count: (count) => t("board.count", { count }),
        add: (stage) => t("board.add", { stage }),
      }}
      mayAdd={may("lead.create")}
      movable={(lead) => may("lead.move", lead)}
      move={move}
      quickAdd={(stageId, onClose) => <LeadQuickAdd stageId={stageId} onClose={onClose} />}
      first={(onAdd) => <FirstLead onAdd={onAdd} />}
      face={(lead) => <LeadFace lead={lead} onOpen={(leadId) => void openLead(leadId)} />}
      onRobots={(stageId) => void openRobots(stageId)}
    />
  );
}

function FirstLead({ onAdd }: { onAdd: () => void }) {
  const t = useTranslations("lead.empty");
  const may = useMay();
  return (
    <EmptyState
      icon={<Inbox />}
      title={t("title")}
      text={t("text")}
      className="px-2 py-6"
      action={
        may("lead.create") && (
          <Button variant="primary" onClick={onAdd}>
            <Plus />
            {t("add")}
          </Button>
        )
      }
    />
  );
}
