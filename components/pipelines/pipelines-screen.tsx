"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useQueryState } from "nuqs";
import { useState } from "react";
import { PageBody, PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { InlineAlert } from "@/components/ui/inline-alert";
import { NewPipeline } from "./new-pipeline";
import { PipelineList } from "./pipeline-list";
import { PipelineTitle } from "./pipeline-title";
import { PipelinesSkeleton } from "./pipelines-skeleton";
import { StageList } from "./stage-list";
import { StageListReadOnly } from "./stage-list-read-only";
import { usePipelines } from "./use-pipelines";

/** The editor of pipelines and their stages; only to look at without the right to change them. */
export function PipelinesScreen() {
  const t = useTranslations("robots.pipelines");
  const { pipelines, error, retry, mayEdit } = usePipelines();
  const [chosen, choose] = useQueryState("pipeline");
  const [adding, setAdding] = useState(false);
  const current = pipelines?.find((one) => one.id === chosen) ?? pipelines?.[0];
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          mayEdit && (
            <Button variant="primary" onClick={() => setAdding(true)}>
              <Plus />
              <span className="max-md:sr-only">{t("addPipeline")}</span>
            </Button>
          )
        }
      />
      <PageBody>{body()}</PageBody>
      <NewPipeline open={adding} onOpenChange={setAdding} onCreated={(id) => void choose(id)} />
    </>
  );

  function body() {
    if (error && !pipelines) return <ErrorState onRetry={() => void retry()} />;
    if (!pipelines) return <PipelinesSkeleton />;
    if (!current) return <EmptyState title={t("none")} text={t("newPipelineText")} />;
    return (
      <div className="flex max-w-5xl gap-6 max-md:flex-col max-md:gap-4">
        <PipelineList pipelines={pipelines} current={current.id} onSelect={(id) => void choose(id)} />
        <section aria-label={current.name} className="min-w-0 flex-1">
          {mayEdit ? (
            <>
              <PipelineTitle key={current.id} pipeline={current} onRemoved={() => void choose(null)} />
              <StageList key={`${current.id}-stages`} pipeline={current} />
            </>
          ) : (
            <>
              <InlineAlert className="mb-3">{t("readOnly")}</InlineAlert>
              <h2 className="mb-3 text-lg font-semibold">{current.name}</h2>
              <StageListReadOnly pipeline={current} />
            </>
          )}
        </section>
      </div>
    );
  }
}
