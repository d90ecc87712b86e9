"use client";

import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useEffectEvent,
  useId,
  useMemo,
  useState,
} from "react";
import type { Command, CommandSource } from "./command";
import { CommandPalette } from "./command-palette";

type CommandRegistry = {
  setCommands: (owner: string, commands: readonly Command[] | null) => void;
  setSource: (owner: string, source: CommandSource | null) => void;
  open: () => void;
};

const CommandContext = createContext<CommandRegistry | null>(null);

/** Holds what pages offer to the command palette, and the palette itself. */
export function CommandProvider({ children }: { children: ReactNode }) {
  const [commands, setAllCommands] = useState<ReadonlyMap<string, readonly Command[]>>(new Map());
  const [sources, setSources] = useState<ReadonlyMap<string, CommandSource>>(new Map());
  const [opened, setOpened] = useState(false);
  const setCommands = useCallback<CommandRegistry["setCommands"]>(
    (owner, list) => setAllCommands((known) => withEntry(known, owner, list)),
    [],
  );
  const setSource = useCallback<CommandRegistry["setSource"]>(
    (owner, source) => setSources((known) => withEntry(known, owner, source)),
    [],
  );
  const registry = useMemo(
    () => ({ setCommands, setSource, open: () => setOpened(true) }),
    [setCommands, setSource],
  );
  return (
    <CommandContext value={registry}>
      {children}
      <CommandPalette
        commands={[...commands.values()].flat()}
        sources={[...sources.values()]}
        open={opened}
        onOpenChange={setOpened}
      />
    </CommandContext>
  );
}

function withEntry<Value>(known: ReadonlyMap<string, Value>, key: string, value: Value | null) {
  const next = new Map(known);
  if (value === null) next.delete(key);
  else next.set(key, value);
  return next;
}

/** Offers commands while the component is there. Only `run` may change without the rest changing. */
export function useCommands(commands: readonly Command[]) {
  const registry = use(CommandContext);
  const owner = useId();
  const run = useEffectEvent((id: string) => commands.find((command) => command.id === id)?.run());
  const register = useEffectEvent(() =>
    registry?.setCommands(
      owner,
      commands.map((command) => ({ ...command, run: () => run(command.id) })),
    ),
  );
  const signature = commands
    .map(({ id, label, group, hint }) => [id, label, group, hint].join("|"))
    .join("\n");
  useEffect(() => {
    register();
    return () => registry?.setCommands(owner, null);
  }, [registry, owner, signature]);
}

/** Lets the palette search something of the server's while the component is there. */
export function useCommandSource({ id, label, search }: CommandSource) {
  const registry = use(CommandContext);
  const owner = useId();
  const find = useEffectEvent(search);
  useEffect(() => {
    registry?.setSource(owner, { id, label, search: (text, signal) => find(text, signal) });
    return () => registry?.setSource(owner, null);
  }, [registry, owner, id, label]);
}

/** Opens the palette from a button. */
export function useOpenCommands() {
  const registry = use(CommandContext);
  return () => registry?.open();
}
