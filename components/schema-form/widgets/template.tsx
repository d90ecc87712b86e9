import { Braces } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Textarea } from "@/components/ui/textarea";
import type { FormSchema } from "../schema";
import { asText, type WidgetProps } from "../widget";

/** A text with variables, put in where the caret stands. */
export function TemplateWidget({ schema, value, onChange, sources, ...control }: WidgetProps) {
  const t = useTranslations("ui.form");
  const area = useRef<HTMLTextAreaElement>(null);
  const caret = useRef<number | null>(null);
  const text = asText(value);

  const insert = (variable: string) => {
    const from = area.current?.selectionStart ?? text.length;
    const to = area.current?.selectionEnd ?? from;
    onChange(text.slice(0, from) + variable + text.slice(to));
    caret.current = from + variable.length;
  };
  const backToText = (event: Event) => {
    if (caret.current === null) return;
    event.preventDefault();
    area.current?.focus();
    area.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  };
  return (
    <div className="relative">
      <Textarea
        {...control}
        ref={area}
        maxLength={schema.maxLength}
        value={text}
        onChange={(event) => onChange(event.target.value === "" ? undefined : event.target.value)}
        className={cn("pr-10", isShort(schema) && "min-h-8! resize-none max-md:min-h-10!")}
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
          <DropdownMenuContent align="end" onCloseAutoFocus={backToText} className="max-h-80 overflow-y-auto">
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

/** A title or an address begins as one line; it grows all the same. */
function isShort({ maxLength }: FormSchema): boolean {
  return maxLength !== undefined && maxLength <= 300;
}
