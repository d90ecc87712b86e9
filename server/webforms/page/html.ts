/** Markup that needs no escaping: made by `html` alone. */
export class Markup {
  constructor(readonly text: string) {}
}

type Part = string | number | Markup | readonly Markup[] | null | undefined | false;

/** Joins markup and values; whatever is not markup itself is escaped, in text and in quoted attributes. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(strings.reduce((text, next, place) => text + written(parts[place - 1]) + next));
}

function written(part: Part): string {
  if (part === null || part === false || part === undefined) return "";
  if (part instanceof Markup) return part.text;
  if (typeof part === "object") return part.map((one) => one.text).join("");
  return String(part).replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Markup of our own making that is not text: styles and scripts without a value of anybody's in them. */
export function raw(text: string): Markup {
  return new Markup(text);
}
