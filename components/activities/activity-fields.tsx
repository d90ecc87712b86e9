"use client";

import { useTranslations } from "next-intl";
import { useDirectory } from "@/components/deals/use-directory";
import { Combobox } from "@/components/ui/combobox";
import { DurationInput } from "@/components/ui/duration-input";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { memberChoice } from "@/components/ui/member-choice";
import { Textarea } from "@/components/ui/textarea";
import { type ActivityDraft, isTimed } from "./activity-draft";
import { KindSelect } from "./kind-select";
import { ReminderSelect, WhenFields } from "./when-fields";

type ActivityFieldsProps = {
  value: ActivityDraft;
  onValueChange: (changes: Partial<ActivityDraft>) => void;
  editable: boolean;
  /** What is wrong with the title. */
  fault?: string | undefined;
};

/** Everything an activity says of itself, in a window. */
export function ActivityFields({ value, onValueChange, editable, fault }: ActivityFieldsProps) {
  const t = useTranslations("activities");
  return (
    <>
      <Field label={t("what")} error={fault}>
        <Input
          required
          maxLength={300}
          value={value.title}
          onChange={({ target }) => onValueChange({ title: target.value })}
        />
      </Field>
      <div className="grid grid-cols-2 gap-3 max-md:grid-cols-1">
        <Field label={t("kind")}>
          <KindSelect value={value.kind} onValueChange={(kind) => onValueChange({ kind })} />
        </Field>
        <Field label={t("owner")}>
          <OwnerSelect
            clearable
            disabled={!editable}
            value={value.ownerId}
            onValueChange={(ownerId) => onValueChange({ ownerId })}
          />
        </Field>
      </div>
      <fieldset className="flex flex-wrap items-end gap-1.5">
        <legend className="mb-1 font-medium">{t("when")}</legend>
        <WhenFields value={value} onValueChange={onValueChange} />
        {isTimed(value) && (
          <ReminderSelect
            value={value.remindMinutes}
            onValueChange={(remindMinutes) => onValueChange({ remindMinutes })}
          />
        )}
      </fieldset>
      {isTimed(value) && (
        <Field label={t("duration")}>
          <DurationInput
            value={value.durationMinutes ?? 0}
            onValueChange={(minutes) => onValueChange({ durationMinutes: minutes || null })}
          />
        </Field>
      )}
      <Field label={t("description")}>
        <Textarea
          maxLength={10_000}
          value={value.description ?? ""}
          onChange={({ target }) => onValueChange({ description: target.value || null })}
        />
      </Field>
    </>
  );
}

type OwnerSelectProps = {
  value: string | null;
  onValueChange: (ownerId: string | null) => void;
  clearable?: boolean;
  disabled?: boolean;
  className?: string;
  "aria-label"?: string;
};

/** Who is to do it. */
export function OwnerSelect(props: OwnerSelectProps) {
  const { members } = useDirectory();
  return <Combobox options={members.map(memberChoice)} {...props} />;
}
