"use client";

import { useTranslations } from "next-intl";
import { Card, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { Draft } from "./mapping-table";
import type { ImportPage } from "./use-import";

const nobody = "__nobody";

/** What becomes of records that are there, who owns new ones, and whether robots are told. */
export function ImportOptionsPanel({ page, draft }: { page: ImportPage; draft: Draft }) {
  const t = useTranslations("transfer.options");
  const { options } = draft;
  const change = (next: Partial<typeof options>) => draft.change({ options: next });
  const stages = page.pipelines.flatMap((pipeline) =>
    pipeline.stages.map((stage) => ({
      value: stage.id,
      label: page.pipelines.length > 1 ? `${pipeline.name} → ${stage.name}` : stage.name,
    })),
  );
  return (
    <Card>
      <CardHeader title={t("title")} />
      <div className="grid gap-3 md:grid-cols-2">
        <Field label={t("duplicates")}>
          <Select
            value={options.duplicates}
            onValueChange={(duplicates) => change({ duplicates })}
            options={[
              { value: "update", label: t("update") },
              { value: "skip", label: t("skip") },
              { value: "create", label: t("createAll") },
            ]}
          />
        </Field>
        {options.duplicates !== "create" && (
          <Field label={t("key")}>
            <Select
              value={options.key}
              onValueChange={(key) => change({ key })}
              options={page.keys.map((key) => ({ value: key, label: t(`keys.${key}`) }))}
            />
          </Field>
        )}
        <Field label={t("owner")}>
          <Select
            value={options.ownerId ?? nobody}
            onValueChange={(id) => change({ ownerId: id === nobody ? null : id })}
            options={[
              { value: nobody, label: t("nobody") },
              ...page.members.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </Field>
        {page.pipelines.length > 0 && (
          <Field label={t("stage")}>
            <Select
              value={options.stageId ?? undefined}
              onValueChange={(stageId) => change({ stageId })}
              options={stages}
            />
          </Field>
        )}
        <Field label={t("robots")}>
          <Select
            value={options.robots}
            onValueChange={(robots) => change({ robots })}
            options={[
              { value: "muted", label: t("muted") },
              { value: "on", label: t("on") },
            ]}
          />
        </Field>
      </div>
    </Card>
  );
}
