"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { InlineAlert } from "@/components/ui/inline-alert";
import { Spinner } from "@/components/ui/spinner";
import { useWorkspace } from "@/components/workspace/workspace";
import { CheckFindings } from "./check-findings";
import { Figures } from "./figures";
import type { Draft } from "./mapping-table";
import { RejectedRows } from "./rejected-rows";
import { type ImportPage, useSteering } from "./use-import";
import { useFaults } from "./use-upload";

/** The trial run: what the whole file would come to, and the way on. */
export function CheckPanel({ page, draft }: { page: ImportPage; draft: Draft }) {
  const t = useTranslations("transfer");
  const say = useFaults();
  const { slug } = useWorkspace();
  const router = useRouter();
  const { job } = page;
  const { check, start, cancel } = useSteering(job.id);
  const checking = job.status === "checking" || check.isPending;
  const found = job.status === "mapped" ? job.check : null;
  const ready = found ? found.created + found.updated : 0;
  const go = async () => {
    await draft.saved();
    check.mutate({ importId: job.id });
  };
  const discard = () =>
    cancel.mutate({ importId: job.id }, { onSuccess: () => router.push(`/${slug}/import`) });
  return (
    <Card aria-live="polite">
      <CardHeader title={t("steps.check")} />
      {job.fault && (
        <InlineAlert tone="danger" className="mb-3">
          {say({ code: job.fault.code, data: {} })}
        </InlineAlert>
      )}
      {found && (
        <div className="mb-4 flex flex-col gap-4">
          <Figures
            figures={[
              { label: t("check.new"), value: found.created, tone: "ok" },
              { label: t("check.update"), value: found.updated },
              { label: t("check.skipped"), value: found.skipped },
              { label: t("check.rejected"), value: found.rejected, tone: "danger" },
            ]}
          />
          <p className="text-ink-muted">{found.rejected === 0 ? t("check.none") : t("check.leaving")}</p>
          <CheckFindings page={page} draft={draft} check={found} />
          <RejectedRows header={job.reading.header} rows={found.rejectedRows} />
        </div>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {found && ready > 0 && (
          <Button
            variant="primary"
            pending={start.isPending}
            onClick={() => start.mutate({ importId: job.id })}
          >
            {t("run.start", { count: ready })}
          </Button>
        )}
        {checking ? (
          <span className="flex items-center gap-2 text-ink-muted">
            <Spinner />
            {t("check.running", { done: job.counts.rows })}
          </span>
        ) : (
          <Button
            variant={found ? "secondary" : "primary"}
            disabled={draft.mapping.length === 0}
            onClick={() => void go()}
          >
            {found ? t("check.again") : t("check.action")}
          </Button>
        )}
        <Button variant="ghost" className="ml-auto" pending={cancel.isPending} onClick={discard}>
          {t("run.discard")}
        </Button>
      </div>
    </Card>
  );
}
