/** What a keydown says that a shortcut depends on. */
export type Stroke = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/**
 * A keydown in the notation of shortcuts: "g", "?", "mod+k", "shift+enter". Letters go by the key's place, so
 * that they work in a Russian layout too. Null for a modifier alone.
 */
export function strokeOf(event: Stroke): string | null {
  if (["Control", "Shift", "Alt", "Meta", "CapsLock", "Dead"].includes(event.key)) return null;
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase();
  const key = letter ?? (event.key === " " ? "space" : event.key.toLowerCase());
  const named = letter !== undefined || key.length > 1;
  const parts = [
    event.ctrlKey || event.metaKey ? "mod" : "",
    event.altKey ? "alt" : "",
    event.shiftKey && named ? "shift" : "",
    key,
  ];
  return parts.filter(Boolean).join("+");
}

export type SequenceStep = { match: string | null; pending: readonly string[] };

/**
 * Where a stroke leads: the shortcut it completes, or the strokes so far that still begin one. A stroke that
 * continues nothing starts anew.
 */
export function nextStep(
  pending: readonly string[],
  stroke: string,
  shortcuts: readonly string[],
): SequenceStep {
  const typed = [...pending, stroke];
  const text = typed.join(" ");
  if (shortcuts.includes(text)) return { match: text, pending: [] };
  if (shortcuts.some((keys) => keys.startsWith(`${text} `))) return { match: null, pending: typed };
  if (pending.length > 0) return nextStep([], stroke, shortcuts);
  return { match: null, pending: [] };
}
