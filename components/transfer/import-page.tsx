"use client";

import { useTranslations } from "next-intl";
import { PageBody, PageHeader } from "@/components/shell/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { useMay } from "@/components/workspace/workspace";
import { importable } from "@/server/transfer/contract";
import { DropFile } from "./drop-file";
import { PastImports } from "./past-imports";

/** Where files are brought, and those that were. */
export function ImportPage() {
  const t = useTranslations("transfer");
  const errors = useTranslations("errors");
  const may = useMay();
  const allowed = importable.some((entity) => may(`${entity}.create`));
  return (
    <>
      <PageHeader title={t("title")} />
      <PageBody>
        <div className="flex max-w-5xl flex-col gap-5">
          <p className="max-w-2xl text-ink-muted">{t("intro")}</p>
          {allowed ? <DropFile /> : <EmptyState title={errors("FORBIDDEN")} />}
          <PastImports />
        </div>
      </PageBody>
    </>
  );
}
