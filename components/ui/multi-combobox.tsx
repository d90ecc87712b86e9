"use client";

import { Command } from "cmdk";
import { ChevronsUpDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, type ReactNode, useId, useState } from "react";
import { cn } from "./cn";
import type { ComboboxOption } from "./combobox";
import { matchesText } from "./matches-text";
import { commandItem } from "./menu-styles";
import { Popover, PopoverContent, PopoverTrigger } from "./popover";
import { Spinner } from "./spinner";

type MultiComboboxProps = Omit<ComponentProps<"button">, "value"> & {
  options: readonly ComboboxOption[];
  value: readonly string[];
  onValueChange: (value: string[]) => void;
  placeholder?: string;
  /** Given: options are found by the caller for each text typed, and not filtered here. */
  onSearch?: (text: string) => void;
  loading?: boolean;
  defaultOpen?: boolean;
  /** Told when the list closes. */
  onClose?: () => void;
  /** Given: offers to create what was typed when nothing matches exactly. */
  onCreate?: (text: string) => void;
  /** Instead of the control's own look: what opens the list. */
  trigger?: ReactNode;
};

/** Several choices among many options, found by typing; stays open while one chooses. */
export function MultiCombobox(props: MultiComboboxProps) {
  const { options, value, onValueChange, placeholder, onSearch, loading, className, ...rest } = props;
  const { defaultOpen = false, onClose, onCreate, trigger, ...button } = rest;
  const t = useTranslations("ui.combobox");
  const listId = useId();
  const [open, setOpen] = useState(defaultOpen);
  const [text, setText] = useState("");
  const chosen = options.filter((option) => value.includes(option.value));
  const shown = onSearch
    ? options
    : options.filter((one) => matchesText(text, one.label, one.hint, one.keywords));

  const exact = options.some((option) => option.label.toLowerCase() === text.trim().toLowerCase());

  const search = (next: string) => {
    setText(next);
    onSearch?.(next);
  };
  const toggle = (id: string) =>
    onValueChange(value.includes(id) ? value.filter((one) => one !== id) : [...value, id]);

  return (
    <Popover
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (next) return;
        search("");
        onClose?.();
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
            className={cn("control flex items-center gap-2 text-left", className)}
          >
            {chosen.length === 1 && chosen[0]?.icon}
            <span className={cn("flex-1 truncate", value.length === 0 && "text-ink-faint")}>
              {chosen.map((one) => one.label).join(", ") || placeholder || t("placeholder")}
            </span>
            {value.length > 1 && <span className="tabular text-sm text-ink-muted">{value.length}</span>}
            <ChevronsUpDown className="size-3.5 shrink-0 text-ink-muted" />
          </button>
        )}
      </PopoverTrigger>
      <PopoverContent
        aria-label={button["aria-label"] ?? t("search")}
        className={cn("w-(--radix-popover-trigger-width) min-w-56 p-0", trigger && "w-64")}
      >
        <Command id={listId} shouldFilter={false} loop>
          <Command.Input
            value={text}
            onValueChange={search}
            placeholder={t("search")}
            className="h-9 w-full border-b px-3 outline-none placeholder:text-ink-faint max-md:h-11 max-md:text-[1rem]"
          />
          <Command.List className="max-h-64 overflow-y-auto p-1" aria-multiselectable>
            {loading && (
              <Command.Loading>
                <Spinner className="m-2 text-ink-muted" aria-label={t("loading")} />
              </Command.Loading>
            )}
            {!loading && (
              <Command.Empty className="px-2 py-3 text-sm text-ink-muted">{t("empty")}</Command.Empty>
            )}
            {shown.map((option) => (
              <MultiRow
                key={option.value}
                option={option}
                checked={value.includes(option.value)}
                onToggle={toggle}
              />
            ))}
            {onCreate && text.trim() !== "" && !exact && (
              <Command.Item
                value="__create"
                onSelect={() => {
                  onCreate(text.trim());
                  search("");
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

function MultiRow({
  option,
  checked,
  onToggle,
}: {
  option: ComboboxOption;
  checked: boolean;
  onToggle: (value: string) => void;
}) {
  return (
    <Command.Item
      value={option.value}
      onSelect={() => onToggle(option.value)}
      aria-checked={checked}
      className={commandItem}
    >
      <span
        aria-hidden
        className={cn(
          "grid size-4 shrink-0 place-items-center rounded-sm border border-line-strong",
          checked && "border-accent bg-accent",
        )}
      >
        {checked && (
          <svg viewBox="0 0 16 16" className="size-3! fill-none stroke-accent-ink stroke-[2.5]">
            <path d="m3 8.5 3.2 3L13 4.5" />
          </svg>
        )}
      </span>
      {option.icon}
      <span className="min-w-0 flex-1 truncate">
        {option.label}
        {option.hint && <span className="ml-2 text-sm text-ink-muted">{option.hint}</span>}
      </span>
    </Command.Item>
  );
}
