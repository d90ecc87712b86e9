"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

type PointsEditorProps = {
  kind: "phone" | "email";
  values: readonly string[];
  onChange: (values: string[]) => void;
  errors?: readonly (string | undefined)[];
};

/** One or more phones or addresses; the first is the main one. */
export function PointsEditor({ kind, values, onChange, errors = [] }: PointsEditorProps) {
  const t = useTranslations("records.create");
  const shown = values.length > 0 ? values : [""];
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 text-sm font-medium">{t(kind)}</legend>
      {shown.map((value, place) => (
        // The fields have no other name than their place.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={place}>
          <div className="flex gap-1">
            <Input
              type={kind === "phone" ? "tel" : "email"}
              aria-label={t(`${kind}Number`, { number: place + 1 })}
              aria-invalid={errors[place] ? true : undefined}
              autoComplete="off"
              maxLength={kind === "phone" ? 40 : 254}
              value={value}
              onChange={(event) => onChange(shown.with(place, event.target.value))}
            />
            {shown.length > 1 && (
              <Button
                variant="ghost"
                size="icon"
                aria-label={t("removePoint", { number: place + 1 })}
                onClick={() => onChange(shown.toSpliced(place, 1))}
              >
                <X />
              </Button>
            )}
          </div>
          {errors[place] && (
            <p role="alert" className="mt-0.5 text-sm text-danger-text">
              {errors[place]}
            </p>
          )}
        </div>
      ))}
      <Button size="sm" variant="ghost" className="self-start" onClick={() => onChange([...shown, ""])}>
        <Plus />
        {t(kind === "phone" ? "addPhone" : "addEmail")}
      </Button>
    </fieldset>
  );
}
