"use client";

import { Command } from "cmdk";
import { Check, ChevronsUpDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useId, useState } from "react";
import { cn } from "./cn";
import type { ComboboxOption } from "./combobox";
import { matchesText } from "./matches-text";
import { commandItem } from "./menu-styles";
import { Popover, PopoverContent, PopoverTrigger } from "./popover";

type MultiComboboxProps = Omit<ComponentProps<"button">, "value"> & {
  options: readonly ComboboxOption[];
  value: readonly string[];
  onValueChange: (value: string[]) => void;
  placeholder?: string;
  /** Given: offers to create what was typed when nothing matches exactly. */
  onCreate?: (text: string) => void;
  /** Instead of the control's own look: what opens the list. */
  trigger?: ReactNode;
};

/** Several choices among many options, found by typing; the list stays open while one chooses. */
export function MultiCombobox(props: MultiComboboxProps) {
  const { options, value, onValueChange, placeholder, onCreate, trigger, ...button } = props;
  const t = useTranslations("ui.combobox");
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  const shown = options.filter((one) => matchesText(text, one.label, one.hint, one.keywords));
  const exact = options.some((option) => option.label.toLowerCase() === text.trim().toLowerCase());
  const chosen = options.filter((option) => value.includes(option.value));
  const toggle = (id: string) =>
    onValueChange(value.includes(id) ? value.filter((one) => one !== id) : [...value, id]);
  return (
    <Popover
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (!next) setText("");
      }}
    >
      <PopoverTrigger asChild>
        {trigger ?? (
          <button
            data-slot="multi-combobox"
            type="button"
            // A native select cannot search its options.
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
            role="combobox"
            aria-expanded={open}
            aria-controls={listId}
            {...button}
            className={cn("control flex h-auto! min-h-8 items-center gap-2 py-1 text-left", button.className)}
          >
            <span className={cn("flex-1", chosen.length === 0 && "text-ink-faint")}>
              {chosen.map(({ label }) => label).join(", ") || placeholder || t("placeholder")}
            </span>
            <ChevronsUpDown className="size-3.5 shrink-0 text-ink-muted" />
          </button>
        )}
      </PopoverTrigger>
      <PopoverContent className="w-64 p-0">
        <Command id={listId} shouldFilter={false} loop>
          <Command.Input
            value={text}
            onValueChange={setText}
            placeholder={t("search")}
            className="h-9 w-full border-b px-3 outline-none placeholder:text-ink-faint max-md:h-11 max-md:text-[1rem]"
          />
          <Command.List className="max-h-64 overflow-y-auto p-1">
            <Command.Empty className="px-2 py-3 text-sm text-ink-muted">{t("empty")}</Command.Empty>
            {shown.map((option) => (
              <Command.Item
                key={option.value}
                value={option.value}
                aria-checked={value.includes(option.value)}
                onSelect={() => toggle(option.value)}
                className={commandItem}
              >
                {option.icon}
                <span className="min-w-0 flex-1 truncate">{option.label}</span>
                {value.includes(option.value) && <Check className="text-accent-text!" />}
              </Command.Item>
            ))}
            {onCreate && text.trim() !== "" && !exact && (
              <Command.Item
                value="__create"
                onSelect={() => {
                  onCreate(text.trim());
                  setText("");
                }}
                className={cn(commandItem, "text-accent-text")}
              >
                {t("create", { text: text.trim() })}
              </Command.Item>
            )}
          </Command.List>
        </Command>
      </PopoverContent>
    </Popover>
  );
}
