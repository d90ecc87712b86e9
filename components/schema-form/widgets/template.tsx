import { Braces } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Textarea } from "@/components/ui/textarea";
import { asText, type WidgetProps } from "../widget";

/** A text with variables, put in where the caret stands. */
export function TemplateWidget({ schema, value, onChange, sources, ...control }: WidgetProps) {
  const t = useTranslations("ui.form");
  const area = useRef<HTMLTextAreaElement>(null);
  const [inserting, setInserting] = useState(false);
  const text = asText(value);

  const insert = (variable: string) => {
    const from = area.current?.selectionStart ?? text.length;
    const to = area.current?.selectionEnd ?? from;
    onChange(text.slice(0, from) + variable + text.slice(to));
    setInserting(true);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(from + variable.length, from + variable.length);
      setInserting(false);
    });
  };
  return (
    <div className="relative">
      <Textarea
        {...control}
        ref={area}
        maxLength={schema.maxLength}
        value={text}
        onChange={(event) => onChange(event.target.value === "" ? undefined : event.target.value)}
        className="pr-10"
      />
      {sources.variables && sources.variables.length > 0 && (
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <Button
              variant="ghost"
              size="icon-sm"
              disabled={control.disabled}
              aria-label={t("insertVariable")}
              title={t("insertVariable")}
              className="absolute top-0.5 right-0.5"
            >
              <Braces />
            </Button>
          </DropdownMenuTrigger>
          <DropdownMenuContent align="end" onCloseAutoFocus={(event) => inserting && event.preventDefault()}>
            {sources.variables.map((variable) => (
              <DropdownMenuItem key={variable.value} onSelect={() => insert(variable.value)}>
                <span className="flex-1">{variable.label}</span>
                <code className="text-sm text-ink-faint">{variable.value}</code>
              </DropdownMenuItem>
            ))}
          </DropdownMenuContent>
        </DropdownMenu>
      )}
    </div>
  );
}
