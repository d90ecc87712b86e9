"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useDeferredValue } from "react";
import { useTRPC } from "@/components/api/trpc";
import { useInList } from "@/components/lists/in-list";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { type Entity, type FormulaResult, formulaResults } from "@/server/fields/contract";

type FormulaEditorProps = {
  entity: Entity;
  formula: string;
  returns: FormulaResult;
  onChange: (change: { formula?: string; returns?: FormulaResult }) => void;
  error?: string | undefined;
};

/** A formula, checked as it is written, with the names it may use: a press puts one in. */
export function FormulaEditor({ entity, formula, returns, onChange, error }: FormulaEditorProps) {
  const of = useInList(entity);
  const t = useTranslations("fields");
  const errors = useTranslations("errors");
  const trpc = useTRPC();
  const language = useLocale();
  const written = useDeferredValue(formula);
  const check = useQuery(
    trpc.fields.checkFormula.queryOptions(
      { ...of, formula: written, returns },
      { placeholderData: keepPreviousData },
    ),
  );
  const fields = useQuery(trpc.fields.list.queryOptions(of));
  const mistake = check.data?.mistake ?? null;
  const label = (key: string) => fields.data?.find((field) => field.key === key)?.label[language] ?? key;
  const usable = ["number", "money", "date", "datetime", "text", "list", "checkbox", "url"];
  const names = (check.data?.names ?? []).filter(({ key }) => {
    const type = fields.data?.find((field) => field.key === key)?.type;
    return type !== undefined && usable.includes(type);
  });
  return (
    <>
      <Field label={t("returns")}>
        <Select
          options={formulaResults.map((one) => ({ value: one, label: t(`type.${one}`) }))}
          value={returns}
          onValueChange={(next) => onChange({ returns: next })}
        />
      </Field>
      <Field
        label={t("formula")}
        error={mistake ? errors("FORMULA_INVALID", { reason: mistake }) : error}
        hint={t("formulaHint")}
      >
        <Textarea
          value={formula}
          maxLength={500}
          spellCheck={false}
          className="font-mono text-sm"
          onChange={(event) => onChange({ formula: event.target.value })}
        />
      </Field>
      {formula.trim() !== "" && !mistake && check.isSuccess && (
        <p className="flex items-center gap-1.5 text-sm text-ok-text" role="status">
          <CircleCheck className="size-4" aria-hidden />
          {t("formulaFine")}
        </p>
      )}
      <ul aria-label={t("formulaNames")} className="flex flex-wrap gap-1">
        {names.map(({ name, key }) => (
          <li key={key}>
            <button
              type="button"
              title={label(key)}
              onClick={() =>
                onChange({ formula: `${formula}${formula && !formula.endsWith(" ") ? " " : ""}${name}` })
              }
              className="rounded-sm bg-ink/7 px-1.5 py-0.5 font-mono text-sm text-ink-muted hover:bg-ink/10 hover:text-ink"
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
