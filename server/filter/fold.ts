/**
 * Text as comparisons see it: lower case, one code point for one, exactly as `lower()` does in Postgres, whose
 * mapping knows neither the final sigma nor the dotless I.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length && !/[Σİ]/.test(text) ? lower : Array.from(text, simple).join("");
}

function simple(sign: string): string {
  if (sign === "İ") return "i";
  const lower = sign.toLowerCase();
  return Array.from(lower).length === 1 ? lower : sign;
}

/** A value as text: a date as ISO, an object as JSON. */
export function plainText(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof Date) return value.toISOString();
  return JSON.stringify(value) ?? "";
}
