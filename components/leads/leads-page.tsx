"use client";

import { Inbox } from "lucide-react";
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
import { EmptyState } from "@/components/ui/empty-state";
import type { Filter } from "@/server/filter/tree";
import type { Pipeline } from "@/server/pipelines/contract";
import { LeadBoard } from "./lead-board";
import { LeadMoves, useLeadMoves } from "./lead-moves";
import { LeadSheet } from "./lead-sheet";
import { NewLeadDialog } from "./new-lead-dialog";

/** Enquiries being qualified: a pipeline as a board or a list, with a lead's card over it. */
export function LeadsPage() {
  const t = useTranslations("lead");
  return (
    <LeadMoves>
      <BoardPage
        entity="lead"
        stages={4}
        words={{ title: t("title"), mine: t("mine"), create: t("new.open") }}
        board={(pipeline) => <LeadBoard key={pipeline.id} pipeline={pipeline} />}
        list={(pipeline) => <PipelineList key={pipeline.id} pipeline={pipeline} />}
        create={(pipeline, onClose) => <NewLeadDialog pipeline={pipeline} onClose={onClose} />}
      />
      <LeadSheet />
    </LeadMoves>
  );
}

/** The same leads as rows, to sort, to filter and to change many at once. */
function PipelineList({ pipeline }: { pipeline: Pipeline }) {
  const t = useTranslations("lead");
  const words = useTranslations("records.entity.lead");
  const [, openLead] = useOpenCard("lead");
  const { ownerId } = useBoardFilters("lead");
  const here: Filter = { field: "pipelineId", operator: "in", value: [pipeline.id] };
  const within = ownerId ? { and: [here, owned(ownerId)] } : here;
  const api = useTRPCClient();
  const move = useLeadMoves().move;
  const moveListed = useListedMove((leadId) => api.leads.get.query({ leadId }), move);
  return (
    <StageMoves onMove={moveListed}>
      <LazyRecordList
        entity="lead"
        within={within}
        tools={<OwnerFilter entity="lead" mine={t("mine")} />}
        onOpen={(lead) => void openLead(lead.id)}
        actions={
          <>
            <ListExport entity="lead" within={within} />
            <ImportLink entity="lead" />
            <TrashLink entity="lead" />
          </>
        }
        empty={<EmptyState icon={<Inbox />} title={words("empty")} text={words("emptyText")} />}
      />
    </StageMoves>
  );
}
