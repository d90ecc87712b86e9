"use client";

import { Command } from "cmdk";
import { Check, ChevronsUpDown, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useId, useState } from "react";
import { cn } from "./cn";
import { matchesText } from "./matches-text";
import { commandItem } from "./menu-styles";
import { Popover, PopoverContent, PopoverTrigger } from "./popover";
import { Spinner } from "./spinner";

export type ComboboxOption = {
  value: string;
  label: string;
  /** A second, quieter text: an email, a phone number. */
  hint?: string;
  /** Not shown, but found by. */
  keywords?: string;
  icon?: ReactNode;
};

type ComboboxProps = Omit<ComponentProps<"button">, "value"> & {
  options: readonly ComboboxOption[];
  value: string | null;
  onValueChange: (value: string | null) => void;
  placeholder?: string;
  /** Given: options are found by the caller for each text typed, and not filtered here. */
  onSearch?: (text: string) => void;
  loading?: boolean;
  clearable?: boolean;
  /** Given: offers to create what was typed when nothing matches exactly. */
  onCreate?: (text: string) => void;
  defaultOpen?: boolean;
  /** Told when the list closes, whether or not something was chosen. */
  onClose?: () => void;
};

/** A choice among many options, found by typing. */
export function Combobox(props: ComboboxProps) {
  const { options, value, onValueChange, placeholder, onSearch, loading, clearable, onCreate, ...rest } =
    props;
  const { defaultOpen = false, onClose, ...button } = rest;
  const listId = useId();
  const t = useTranslations("ui.combobox");
  const [open, setOpen] = useState(defaultOpen);
  const [text, setText] = useState("");
  const chosen = options.find((option) => option.value === value);
  const shown = onSearch
    ? options
    : options.filter((one) => matchesText(text, one.label, one.hint, one.keywords));
  const exact = options.some((option) => option.label.toLowerCase() === text.trim().toLowerCase());

  const search = (next: string) => {
    setText(next);
    onSearch?.(next);
  };
  const toggle = (next: boolean) => {
    setOpen(next);
    if (next) return;
    search("");
    onClose?.();
  };
  const choose = (next: string | null) => {
    onValueChange(next);
    toggle(false);
  };

  return (
    <Popover open={open} onOpenChange={toggle}>
      <PopoverTrigger asChild>
        <button
          data-slot="combobox"
          type="button"
          // A native select cannot search its options.
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="combobox"
          aria-expanded={open}
          aria-controls={listId}
          {...button}
          className={cn("control flex items-center gap-2 text-left", button.className)}
        >
          {chosen?.icon}
          <span className={cn("flex-1 truncate", !chosen && "text-ink-faint")}>
            {chosen?.label ?? placeholder ?? t("placeholder")}
          </span>
          <ChevronsUpDown className="size-3.5 shrink-0 text-ink-muted" />
        </button>
      </PopoverTrigger>
      <PopoverContent
        aria-label={button["aria-label"] ?? t("search")}
        className="w-(--radix-popover-trigger-width) min-w-56 p-0"
      >
        <Command id={listId} shouldFilter={false} loop>
          <Command.Input
            value={text}
            onValueChange={search}
            placeholder={t("search")}
            className="h-9 w-full border-b px-3 outline-none placeholder:text-ink-faint max-md:h-11 max-md:text-[1rem]"
          />
          <Command.List className="max-h-64 overflow-y-auto p-1">
            {loading && (
              <Command.Loading>
                <Spinner className="m-2 text-ink-muted" aria-label={t("loading")} />
              </Command.Loading>
            )}
            {!loading && (
              <Command.Empty className="px-2 py-3 text-sm text-ink-muted">{t("empty")}</Command.Empty>
            )}
            {shown.map((option) => (
              <ComboboxRow
                key={option.value}
                option={option}
                checked={option.value === value}
                onSelect={choose}
              />
            ))}
            {clearable && value !== null && text === "" && (
              <Command.Item value="__clear" onSelect={() => choose(null)} className={commandItem}>
                <X />
                <span className="text-ink-muted">{t("clear")}</span>
              </Command.Item>
            )}
            {onCreate && text.trim() !== "" && !exact && (
              <Command.Item
                value="__create"
                onSelect={() => {
                  onCreate(text.trim());
                  toggle(false);
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

function ComboboxRow({
  option,
  checked,
  onSelect,
}: {
  option: ComboboxOption;
  checked: boolean;
  onSelect: (value: string) => void;
}) {
  return (
    <Command.Item value={option.value} onSelect={() => onSelect(option.value)} className={commandItem}>
      {option.icon}
      <span className="min-w-0 flex-1 truncate">
        {option.label}
        {option.hint && <span className="ml-2 text-sm text-ink-muted">{option.hint}</span>}
      </span>
      {checked && <Check className="text-accent-text!" />}
    </Command.Item>
  );
}
