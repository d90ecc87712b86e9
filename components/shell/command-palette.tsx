"use client";

import { Command as Cmdk } from "cmdk";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { Dialog } from "radix-ui";
import { useState } from "react";
import { Kbd } from "@/components/ui/kbd";
import { matchesText } from "@/components/ui/matches-text";
import { commandItem } from "@/components/ui/menu-styles";
import { Spinner } from "@/components/ui/spinner";
import type { Command, CommandSource } from "./command";
import { groupBy } from "./group-by";
import { useShortcut } from "./shortcuts";
import { useCommandSearch } from "./use-command-search";

type CommandPaletteProps = {
  commands: readonly Command[];
  sources: readonly CommandSource[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Everything one can do or go to from here, found by typing. */
export function CommandPalette({ commands, sources, open, onOpenChange }: CommandPaletteProps) {
  const t = useTranslations("shell.commands");
  const [text, setText] = useState("");
  const { found, pending, failed } = useCommandSearch(open ? text : "", sources);
  const change = (next: boolean) => {
    onOpenChange(next);
    if (!next) setText("");
  };
  useShortcut("mod+k", () => change(!open), t("title"), { inInputs: true });
  const choose = (command: Command) => {
    change(false);
    command.run();
  };
  const shown = commands.filter((one) => matchesText(text, one.label, one.group, ...(one.keywords ?? [])));
  const groups = groupBy(shown, (command) => command.group ?? t("general"));
  const foundGroups = groupBy(
    found.flatMap(({ source, commands: list }) => list.map((one) => ({ group: source.label, ...one }))),
    (command) => command.group,
  );
  return (
    <Dialog.Root open={open} onOpenChange={change}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-50 bg-overlay data-[state=open]:animate-in data-[state=open]:fade-in-0 duration-100" />
        <Dialog.Content
          data-slot="command-palette"
          aria-describedby={undefined}
          className="fixed top-[12dvh] left-1/2 z-50 w-[calc(100%-1rem)] max-w-xl -translate-x-1/2 overflow-hidden rounded-xl bg-raised shadow-high outline-none data-[state=open]:animate-in data-[state=open]:fade-in-0 data-[state=open]:zoom-in-98 duration-100 max-md:top-2"
        >
          <Dialog.Title className="sr-only">{t("title")}</Dialog.Title>
          <Cmdk shouldFilter={false} loop label={t("title")}>
            <div className="flex items-center gap-2.5 border-b px-4">
              {pending ? (
                <Spinner className="text-ink-muted" aria-label={t("searching")} />
              ) : (
                <Search aria-hidden className="size-4 text-ink-muted" />
              )}
              <Cmdk.Input
                value={text}
                onValueChange={setText}
                placeholder={t("placeholder")}
                className="h-12 flex-1 bg-transparent text-lg outline-none placeholder:text-ink-faint max-md:text-[1rem]"
              />
              <Kbd keys="escape" className="max-md:hidden" />
            </div>
            <Cmdk.List className="max-h-[min(24rem,60dvh)] overflow-y-auto p-1.5">
              {pending && shown.length === 0 && foundGroups.size === 0 && (
                <Cmdk.Loading>
                  <p className="px-3 py-8 text-center text-ink-muted">{t("searching")}…</p>
                </Cmdk.Loading>
              )}
              {!pending && !failed && (
                <Cmdk.Empty className="px-3 py-8 text-center text-ink-muted">
                  {t("empty", { text })}
                </Cmdk.Empty>
              )}
              {[...groups].map(([group, list]) => (
                <CommandGroup key={group} heading={group} commands={list} onChoose={choose} />
              ))}
              {[...foundGroups].map(([group, list]) => (
                <CommandGroup key={`found ${group}`} heading={group} commands={list} onChoose={choose} />
              ))}
              {failed && (
                <p role="alert" className="px-3 py-4 text-center text-ink-muted">
                  {t("failed")}
                </p>
              )}
            </Cmdk.List>
          </Cmdk>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type CommandGroupProps = {
  heading: string;
  commands: readonly Command[];
  onChoose: (command: Command) => void;
};

function CommandGroup({ heading, commands, onChoose }: CommandGroupProps) {
  if (commands.length === 0) return null;
  return (
    <Cmdk.Group
      heading={heading}
      className="**:[[cmdk-group-heading]]:px-2 **:[[cmdk-group-heading]]:pt-2 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:text-xs **:[[cmdk-group-heading]]:font-semibold **:[[cmdk-group-heading]]:text-ink-faint"
    >
      {commands.map((command) => (
        <Cmdk.Item
          key={command.id}
          value={command.id}
          onSelect={() => onChoose(command)}
          className={commandItem}
        >
          {command.icon}
          <span className="min-w-0 flex-1 truncate">{command.label}</span>
          {command.hint && (
            <span className="max-w-1/2 shrink-0 truncate text-sm text-ink-muted">{command.hint}</span>
          )}
          {command.shortcut && <Kbd keys={command.shortcut} className="max-md:hidden" />}
        </Cmdk.Item>
      ))}
    </Cmdk.Group>
  );
}
