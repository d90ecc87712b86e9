"use client";

import { useTranslations } from "next-intl";
import { requestIdOf } from "@/components/api/refusal";
import { SortableList } from "@/components/sortable/sortable-list";
import { SortableRow } from "@/components/sortable/sortable-row";
import { cn } from "@/components/ui/cn";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { LineAdder } from "./line-adder";
import { columns, LineRow } from "./line-row";
import { LinesTable } from "./lines-table";
import { TotalsView } from "./totals-view";
import { useLines } from "./use-lines";

/** What is sold, on a deal or an invoice: edited where it stands, put in order by dragging, totals at once. */
export function LinesEditor({ recordId }: { recordId: string }) {
  const t = useTranslations("products.lines");
  const lines = useLines(recordId);
  const { data } = lines.query;
  if (lines.query.isError && !data)
    return (
      <ErrorState requestId={requestIdOf(lines.query.error)} onRetry={() => void lines.query.refetch()} />
    );
  if (!data) return <SkeletonRows rows={3} />;
  if (!data.editable) return <LinesTable {...data} />;
  const nameOf = (id: string) => data.lines.find((line) => line.id === id)?.name ?? "";
  return (
    <section aria-label={t("label")} className="@container flex flex-col gap-3">
      {data.lines.length === 0 && <p className="text-ink-muted">{t("empty")}</p>}
      {data.lines.length > 0 && (
        <div>
          <div aria-hidden className="hidden border-b pb-1 pl-6 text-sm text-ink-muted @4xl:flex">
            <div className={cn(columns, "[&>*]:px-2.5")}>
              <span>{t("name")}</span>
              <span>{t("quantity")}</span>
              <span className="text-right">{t("price")}</span>
              <span>{t("discount")}</span>
              <span>{t("tax")}</span>
              <span className="px-0! text-right">{t("sum")}</span>
            </div>
          </div>
          <SortableList
            label={t("label")}
            ids={data.lines.map((line) => line.id)}
            onMove={lines.move}
            announcement={(id, place) => t("moved", { name: nameOf(id), place })}
          >
            {data.lines.map((line, at) => (
              <SortableRow
                key={line.id}
                id={line.id}
                handleLabel={t("handle", { name: line.name })}
                className="flex items-center gap-1 border-b py-1 max-@4xl:items-start max-@4xl:py-2"
              >
                <LineRow
                  line={line}
                  currency={data.currency}
                  lines={lines}
                  before={data.lines[at - 1]?.id ?? null}
                />
              </SortableRow>
            ))}
          </SortableList>
        </div>
      )}
      <LineAdder lines={lines} />
      {data.lines.length > 0 && <TotalsView totals={data.totals} currency={data.currency} />}
    </section>
  );
}
