"use client";

import { Inbox, Split } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPCClient } from "@/components/api/trpc";
import { BoardPage } from "@/components/board/board-page";
import { OwnerFilter } from "@/components/board/board-tools";
import { owned, useBoardFilters, useOpenCard } from "@/components/board/use-board-filters";
import { useListedMove } from "@/components/board/use-listed-move";
import { LazyRecordList } from "@/components/records/lazy-record-list";
import { StageMoves } from "@/components/records/stage-moves";
import { TrashLink } from "@/components/records/trash-link";
import { ImportLink } from "@/components/transfer/import-link";
import { ListExport } from "@/components/transfer/list-export";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import type { Filter } from "@/server/filter/tree";
import type { Pipeline } from "@/server/pipelines/contract";
import { DealBoard } from "./deal-board";
import { DealMoves, useMove } from "./deal-moves";
import { DealSheet } from "./deal-sheet";
import { NewDealDialog } from "./new-deal-dialog";

/** The day's work: a pipeline as a board or a list, with a deal's card over it. */
export function DealsPage() {
  const t = useTranslations("board");
  return (
    <DealMoves>
      <BoardPage
        entity="deal"
        stages={5}
        words={{ title: t("title"), mine: t("filter.mine"), create: t("new.open") }}
        board={(pipeline) => <DealBoard key={pipeline.id} pipeline={pipeline} />}
        list={(pipeline) => <PipelineList key={pipeline.id} pipeline={pipeline} />}
        create={(pipeline, onClose) => <NewDealDialog pipeline={pipeline} onClose={onClose} />}
        noPipeline={<NoPipeline />}
      />
      <DealSheet />
    </DealMoves>
  );
}

/** The same deals as rows, to sort, to filter and to change many at once. */
function PipelineList({ pipeline }: { pipeline: Pipeline }) {
  const t = useTranslations("board");
  const [, openDeal] = useOpenCard("deal");
  const { ownerId } = useBoardFilters("deal");
  const here: Filter = { field: "pipelineId", operator: "in", value: [pipeline.id] };
  const within = ownerId ? { and: [here, owned(ownerId)] } : here;
  const api = useTRPCClient();
  const move = useMove();
  const moveListed = useListedMove((dealId) => api.deals.get.query({ dealId }), move);
  return (
    <StageMoves onMove={moveListed}>
      <LazyRecordList
        entity="deal"
        within={within}
        tools={<OwnerFilter entity="deal" mine={t("filter.mine")} />}
        onOpen={(deal) => void openDeal(deal.id)}
        actions={
          <>
            <ListExport entity="deal" within={within} />
            <ImportLink entity="deal" />
            <TrashLink entity="deal" />
          </>
        }
        empty={<EmptyState icon={<Inbox />} title={t("list.empty")} text={t("list.emptyText")} />}
      />
    </StageMoves>
  );
}

function NoPipeline() {
  const t = useTranslations("board.noPipeline");
  const { slug } = useWorkspace();
  const may = useMay();
  return (
    <EmptyState
      icon={<Split />}
      title={t("title")}
      text={t("text")}
      action={
        may("pipeline.edit") && (
          <Button asChild variant="primary">
            <Link href={`/${slug}/pipelines`}>{t("action")}</Link>
          </Button>
        )
      }
    />
  );
}
