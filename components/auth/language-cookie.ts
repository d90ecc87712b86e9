import type { Language } from "@/messages";

const year = 60 * 60 * 24 * 365;

/** Remembers the language in this browser; the server reads it on the next request. */
export function rememberLanguage(language: Language): void {
  // The Cookie Store API is absent in Firefox before 140.
  // oxlint-disable-next-line unicorn/no-document-cookie
  document.cookie = `pult_language=${language}; path=/; max-age=${year}; samesite=lax`;
}

/** Takes a signed-in person's language into a browser where none was chosen yet. */
export function adoptLanguage(language: unknown): void {
  if (document.cookie.includes("pult_language=")) return;
  if (language === "en" || language === "ru") rememberLanguage(language);
}
