import { useTranslations } from "next-intl";
import { useState } from "react";
import { Textarea } from "@/components/ui/textarea";
import type { WidgetProps } from "../widget";

/** Anything else, as JSON; what cannot be read is kept on screen and not passed on. */
export function JsonWidget({ schema: _schema, value, onChange, sources: _sources, ...control }: WidgetProps) {
  const t = useTranslations("ui.form");
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? (value === undefined ? "" : JSON.stringify(value, null, 2));
  const bad = draft !== null && draft.trim() !== "" && !isJson(draft);
  const type = (text: string) => {
    setDraft(text);
    if (text.trim() === "") onChange(undefined);
    else if (isJson(text)) onChange(JSON.parse(text));
  };
  return (
    <div>
      <Textarea
        {...control}
        spellCheck={false}
        aria-invalid={bad || control["aria-invalid"]}
        value={shown}
        onChange={(event) => type(event.target.value)}
        onBlur={() => !bad && setDraft(null)}
        className="font-mono text-sm"
      />
      {bad && (
        <p role="alert" className="mt-1 text-sm text-danger-text">
          {t("badJson")}
        </p>
      )}
    </div>
  );
}

function isJson(text: string) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
