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
  useRef,
  useState,
} from "react";
import type { Shortcut } from "./shortcut";
import { ShortcutHelp } from "./shortcut-help";
import { nextStep, strokeOf } from "./shortcut-sequence";

type Registry = { add: (shortcut: Shortcut) => () => void };

const ShortcutContext = createContext<Registry | null>(null);

/** A second and a bit: long enough to think of the second key, short enough to forget the first. */
const sequenceMs = 1200;

/** Listens for keys, once, in the shell; `?` shows what there is. */
export function ShortcutProvider({ children }: { children: ReactNode }) {
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([]);
  const [helpOpen, setHelpOpen] = useState(false);
  const pending = useRef<{ strokes: readonly string[]; at: number }>({ strokes: [], at: 0 });

  const add = useCallback((shortcut: Shortcut) => {
    setShortcuts((known) => [...known.filter((one) => one.id !== shortcut.id), shortcut]);
    return () => setShortcuts((known) => known.filter((one) => one.id !== shortcut.id));
  }, []);

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const stroke = strokeOf(event);
    if (!stroke || event.defaultPrevented || event.isComposing || event.repeat) return;
    const typing = isTyping(event.target);
    const usable = typing ? shortcuts.filter((one) => one.inInputs) : shortcuts;
    const fresh = event.timeStamp - pending.current.at < sequenceMs ? pending.current.strokes : [];
    const known = usable.map((one) => one.keys);
    const step = nextStep(fresh, stroke, typing ? known : [...known, "?"]);
    pending.current = { strokes: step.pending, at: event.timeStamp };
    if (step.match === null) return;
    event.preventDefault();
    if (step.match === "?") setHelpOpen(true);
    // The one registered last wins: a dialog over a page, a page over the shell.
    else usable.findLast((one) => one.keys === step.match)?.run();
  });

  useEffect(() => {
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);

  const registry = useMemo(() => ({ add }), [add]);
  return (
    <ShortcutContext value={registry}>
      {children}
      <ShortcutHelp shortcuts={shortcuts} open={helpOpen} onOpenChange={setHelpOpen} />
    </ShortcutContext>
  );
}

function isTyping(target: EventTarget | null) {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  return target.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=button])");
}

type ShortcutOptions = {
  /** A heading in the help. */
  group?: string;
  /** Works while typing, too; for combinations with mod only. */
  inInputs?: boolean;
  enabled?: boolean;
};

/** Registers a shortcut while the component is there: "n", "g d" (one after the other), "mod+k" (Ctrl or Cmd). */
export function useShortcut(keys: string, handler: () => void, label: string, options: ShortcutOptions = {}) {
  const registry = use(ShortcutContext);
  const id = useId();
  const run = useEffectEvent(handler);
  const { group, inInputs = false, enabled = true } = options;
  useEffect(() => {
    if (!enabled) return;
    return registry?.add({ id, keys, label, group, inInputs, run: () => run() });
  }, [registry, id, keys, label, group, inInputs, enabled]);
}
