"use client";

import { ExportButton } from "@/components/transfer/export-button";
import type { Filter } from "@/server/filter/tree";
import type { Pipeline } from "@/server/pipelines/contract";
import { useDealFilters } from "./use-deal-filters";

/** The list's export: the deals that are shown, in their order. */
export function DealExport({ pipeline }: { pipeline: Pipeline }) {
  const { filters, ownerId, narrowing } = useDealFilters();
  if (filters.view !== "list") return null;
  const parts: Filter[] = [
    { field: "pipelineId", operator: "in", value: [pipeline.id] },
    ...(ownerId ? [{ field: "ownerId", operator: "in" as const, value: [ownerId] }] : []),
  ];
  const { sort: field, direction } = filters;
  return (
    <ExportButton
      entity="deal"
      filter={{ and: parts }}
      search={narrowing.search}
      sort={{ field, direction }}
    />
  );
}
