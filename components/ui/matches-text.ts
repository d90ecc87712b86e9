/** Whether every word typed is found in the texts, whatever the case; an empty text matches all. */
export function matchesText(typed: string, ...texts: readonly (string | undefined)[]) {
  const hay = texts.join(" ").toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => hay.includes(word));
}
