"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { SchemaForm } from "@/components/schema-form/schema-form";
import { Field } from "@/components/ui/field";
import { InlineAlert } from "@/components/ui/inline-alert";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { actionSchema, afterEdit, settableFields } from "./action-schema";
import { ConditionEditor } from "./condition-editor";
import type { RobotDraft } from "./robot-draft";
import { runModes } from "./run-modes";
import { TimingEditor } from "./timing-editor";
import { useRobotWords } from "./use-robot-words";
import type { RobotSources } from "./use-sources";
import { WarningList } from "./warning-list";

type RobotEditorProps = {
  place: string;
  draft: RobotDraft;
  onChange: (draft: RobotDraft) => void;
  /** Told whether the condition has all it asks for. */
  onWhole: (whole: boolean) => void;
  sources: RobotSources;
  /** By field: `name`, `timing`, `condition`, `params.<name>`; `form` for what belongs to none. */
  errors: Readonly<Record<string, string>>;
  /** Saving was tried: rows show what they lack. */
  checked: boolean;
};

/** A robot's form: when, for which records, and what it does. */
export function RobotEditor(props: RobotEditorProps) {
  const { place, draft, onChange, onWhole, sources, errors, checked } = props;
  const t = useTranslations("robots.editor");
  const locale = useLocale();
  const words = useRobotWords(sources, draft.condition);
  const change = (changes: Partial<RobotDraft>) => onChange({ ...draft, ...changes });
  const action = sources.actions.find((one) => one.type === draft.actionType);
  const formSources = useMemo(
    () => (action ? { ...sources, fields: settableFields(sources.fields, sources.fieldTypes) } : sources),
    [action, sources],
  );
  return (
    <div className="flex flex-col gap-6">
      {errors.form && <InlineAlert tone="danger">{errors.form}</InlineAlert>}
      {action ? (
        <section aria-label={t("what")} className="flex flex-col gap-4">
          <SchemaForm
            schema={actionSchema(action, draft.params, sources)}
            value={draft.params}
            onChange={(params) => change({ params: afterEdit(draft.params, params) })}
            errors={paramErrors(errors)}
            sources={formSources}
          />
        </section>
      ) : (
        <InlineAlert tone="danger">{t("actionGone")}</InlineAlert>
      )}
      <WarningList
        draft={draft}
        place={{ place, entity: sources.entity, stageOutcomes: sources.stageOutcomes }}
        onCondition={(condition) => change({ condition })}
      />
      <hr />
      <TimingEditor
        value={draft.timing}
        onChange={(timing) => change({ timing })}
        sources={sources}
        error={errors.timing}
      />
      <div className="flex flex-col gap-2">
        <p className="text-sm font-medium">{t("order")}</p>
        <Segmented
          label={t("order")}
          segments={runModes.map((mode) => ({ value: mode, label: t(mode) }))}
          value={draft.runMode}
          onValueChange={(runMode) => change({ runMode })}
          className="self-start max-md:w-full"
        />
        <p className="text-sm text-ink-muted">{t(`${draft.runMode}_hint`, { entity: sources.entity })}</p>
      </div>
      <ConditionEditor
        entity={sources.entity}
        value={draft.condition}
        onChange={(condition, whole) => {
          change({ condition });
          onWhole(whole);
        }}
        checked={checked}
        error={errors.condition}
      />
      <hr />
      <Field label={t("name")} hint={t("nameHint")} error={errors.name}>
        <Input
          value={draft.name}
          maxLength={120}
          placeholder={action?.label[locale]}
          onChange={(event) => change({ name: event.target.value })}
        />
      </Field>
      <p className="rounded-md bg-sunken px-3 py-2.5 text-ink-muted wrap-anywhere">{words.sentence(draft)}</p>
    </div>
  );
}

function paramErrors(errors: Readonly<Record<string, string>>): Record<string, string> {
  const own = Object.entries(errors).filter(([path]) => path.startsWith("params."));
  return Object.fromEntries(own.map(([path, text]) => [path.slice("params.".length), text]));
}
