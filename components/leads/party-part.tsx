"use client";

import { useTranslations } from "next-intl";
import { Input } from "@/components/ui/input";
import { RadioGroup, RadioItem } from "@/components/ui/radio-group";
import type { Choice } from "./conversion-draft";

type PartyPartProps = {
  kind: "contact" | "company";
  value: Choice;
  /** What a new one is called to begin with. */
  fallback: string;
  known: readonly { id: string; name: string; hint?: string }[];
  onChange: (choice: Choice) => void;
};

/** The person or the organisation that a lead becomes: one already known, a new one, or none. */
export function PartyPart({ kind, value, fallback, known, onChange }: PartyPartProps) {
  const t = useTranslations(`lead.convert.${kind}`);
  const choose = (chosen: string) => {
    if (chosen === "none") onChange({ as: "none" });
    else if (chosen === "new") onChange({ as: "new", name: value.as === "new" ? value.name : fallback });
    else onChange({ as: "known", id: chosen });
  };
  return (
    <section aria-label={t("label")} className="flex flex-col gap-2">
      <h3 className="font-semibold">{t("label")}</h3>
      <RadioGroup
        aria-label={t("label")}
        value={value.as === "known" ? value.id : value.as}
        onValueChange={choose}
      >
        {known.map(({ id, name, hint }) => (
          <RadioItem key={id} value={id} label={name} hint={hint} />
        ))}
        <RadioItem value="new" label={t("new")} />
        {value.as === "new" && (
          <Input
            required
            aria-label={t("name")}
            placeholder={t("name")}
            maxLength={200}
            value={value.name}
            onChange={(event) => onChange({ as: "new", name: event.target.value })}
            className="ml-6 w-auto"
          />
        )}
        <RadioItem value="none" label={t("none")} />
      </RadioGroup>
    </section>
  );
}
