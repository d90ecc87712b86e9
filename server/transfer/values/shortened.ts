/** A text of at most `max` characters that can be stored: no NUL, and no pair of surrogates cut in half. */
export function shortened(text: string, max: number): string {
  return text.slice(0, max).replaceAll("\u0000", "").toWellFormed();
}
