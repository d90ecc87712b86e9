import { z } from "zod";

// NUL cannot be stored by Postgres, and half a surrogate pair is not text.
function isStorable(value: string): boolean {
  return !value.includes("\u0000") && value.isWellFormed();
}

/** Trimmed, storable text of at most `max` characters; may be empty. */
export function text(max: number) {
  return z
    .string()
    .trim()
    .max(max)
    .refine(isStorable, { params: { code: "unstorable" } });
}

/** As `text`, and at least one character. */
export function requiredText(max: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine(isStorable, { params: { code: "unstorable" } });
}

/** Text in which blank means absent: `""` becomes `null`. */
export function optionalText(max: number) {
  return text(max)
    .nullish()
    .transform((value) => value || null);
}

/** An email address, lower-cased. */
export function email() {
  return z.string().trim().toLowerCase().max(254).pipe(z.email());
}
