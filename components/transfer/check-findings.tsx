"use client";

import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Select } from "@/components/ui/select";
import type { ImportJob } from "@/server/transfer/contract";
import type { Draft } from "./mapping-table";
import type { ImportPage } from "./use-import";
import { useReasons } from "./use-reasons";

type Check = NonNullable<ImportJob["check"]>;
type CheckFindingsProps = { page: ImportPage; draft: Draft; check: Check };

const shownTexts = 12;

/** What a trial run found: why rows are refused, what the workspace lacks, and what would be made. */
export function CheckFindings({ page, draft, check }: CheckFindingsProps) {
  const t = useTranslations("transfer.check");
  const reasons = useReasons();
  const errors = Object.entries(check.errors).toSorted(([, a], [, b]) => b - a);
  const warnings = Object.entries(check.warnings);
  return (
    <div className="grid gap-4 md:grid-cols-2">
      {errors.length > 0 && (
        <Finding title={t("errors")}>
          {errors.map(([code, count]) => (
            <Line key={code} text={reasons(code)} count={count} />
          ))}
        </Finding>
      )}
      {warnings.length > 0 && (
        <Finding title={t("warnings")}>
          {warnings.map(([code, count]) => (
            <Line key={code} text={reasons(code)} count={count} />
          ))}
        </Finding>
      )}
      <Unknown page={page} draft={draft} check={check} />
      {Object.keys(check.create).length > 0 && (
        <Finding title={t("create")}>
          {Object.values(check.create).map((texts, place) => (
            <li key={place} className="flex flex-wrap gap-1">
              {Object.keys(texts)
                .slice(0, shownTexts)
                .map((text) => (
                  <Badge key={text}>{text}</Badge>
                ))}
              {Object.keys(texts).length > shownTexts && (
                <Badge>+{Object.keys(texts).length - shownTexts}</Badge>
              )}
            </li>
          ))}
        </Finding>
      )}
    </div>
  );
}

/** Texts of the file the workspace has nothing for; each can be said to mean something that is there. */
function Unknown({ page, draft, check }: CheckFindingsProps) {
  const t = useTranslations("transfer.check");
  const locale = useLocale() === "ru" ? "ru" : "en";
  const shown = Object.entries(check.unknown).flatMap(([key, texts]) => {
    const field = page.fields.find((one) => one.key === key);
    const choices = choicesFor(page, key);
    if (!field || choices.length === 0) return [];
    return Object.entries(texts)
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, shownTexts)
      .map(([text, count]) => ({ key, text, count, label: field.label[locale], choices }));
  });
  if (shown.length === 0) return null;
  const replace = (key: string, text: string, id: string) =>
    draft.change({
      mapping: draft.mapping.map((one) =>
        one.field === key ? { ...one, replace: { ...one.replace, [text]: id } } : one,
      ),
    });
  return (
    <Finding title={t("unknown")}>
      {shown.map(({ key, text, count, label, choices }) => (
        <li key={`${key} ${text}`} className="flex items-center gap-2">
          <span className="min-w-0 flex-1 truncate" title={`${label}: ${text}`}>
            <span className="text-ink-muted">{label}:</span> {text}
          </span>
          <span className="tabular text-sm text-ink-muted">{count}</span>
          <Select
            aria-label={`${t("map")}: ${text}`}
            className="w-40"
            value={undefined}
            placeholder={t("map")}
            onValueChange={(id) => replace(key, text, id)}
            options={choices}
          />
        </li>
      ))}
    </Finding>
  );
}

function choicesFor(page: ImportPage, key: string): { value: string; label: string }[] {
  const field = page.fields.find((one) => one.key === key);
  if (field?.type === "member") return page.members.map(({ id, name }) => ({ value: id, label: name }));
  if (field?.type === "pipeline") return page.pipelines.map(({ id, name }) => ({ value: id, label: name }));
  if (field?.type === "stage")
    return page.pipelines.flatMap(({ stages }) => stages.map(({ id, name }) => ({ value: id, label: name })));
  return (field?.options ?? []).map(({ id, label }) => ({ value: id, label }));
}

function Finding({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="min-w-0">
      <h3 className="mb-1.5 font-semibold">{title}</h3>
      <ul className="flex flex-col gap-1.5">{children}</ul>
    </section>
  );
}

function Line({ text, count }: { text: string; count: number }) {
  return (
    <li className="flex justify-between gap-3">
      <span>{text}</span>
      <span className="tabular text-ink-muted">{count}</span>
    </li>
  );
}
