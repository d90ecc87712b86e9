/** A label inside a sentence: "Send an email" becomes "send an email"; "HTTP request" stays. */
export function lowerFirst(text: string): string {
  const second = text.charAt(1);
  const abbreviation = second !== second.toLowerCase();
  return abbreviation ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
