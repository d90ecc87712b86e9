"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { formColours } from "@/server/webforms/contract";
import type { PartProps } from "./form-draft";

/** Names, texts, language and colour. */
export function LookSettings({ draft, change, changeDesign, errors }: PartProps) {
  const t = useTranslations("integrations.forms");
  const { design } = draft;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t("name")} hint={t("nameHint")} error={errors.name} required>
        <Input value={draft.name} maxLength={100} onChange={(e) => change({ name: e.target.value })} />
      </Field>
      <Field label={t("language")}>
        <Select
          options={[
            { value: "en", label: "English" },
            { value: "ru", label: "Русский" },
          ]}
          value={design.language}
          onValueChange={(language) => changeDesign({ language })}
        />
      </Field>
      <Field label={t("heading")} error={errors["design.heading"]} required>
        <Input
          value={design.heading}
          maxLength={120}
          onChange={(e) => changeDesign({ heading: e.target.value })}
        />
      </Field>
      <Field label={t("button")} error={errors["design.button"]} required>
        <Input
          value={design.button}
          maxLength={40}
          onChange={(e) => changeDesign({ button: e.target.value })}
        />
      </Field>
      <Field label={t("intro")} error={errors["design.text"]}>
        <Textarea
          value={design.text ?? ""}
          maxLength={1_000}
          onChange={(e) => changeDesign({ text: e.target.value })}
        />
      </Field>
      <fieldset>
        <legend className="mb-1 text-sm font-medium">{t("colour")}</legend>
        <div className="flex flex-wrap gap-2">
          {formColours.map((colour, place) => (
            <label
              key={colour}
              className="relative grid size-9 cursor-pointer place-items-center rounded-full has-checked:ring-2 has-checked:ring-accent has-focus-visible:ring-2 has-focus-visible:ring-focus"
            >
              <input
                type="radio"
                name="colour"
                className="sr-only"
                aria-label={`${t("colour")} ${place + 1}`}
                checked={design.colour === colour}
                onChange={() => changeDesign({ colour })}
              />
              <span className="size-6 rounded-full" style={{ background: colour }} />
            </label>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
