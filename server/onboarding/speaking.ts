import type { Language } from "@/server/platform";
import type { Both } from "./template";

/** Picks the words of a language. */
export function speaking(language: Language): (text: Both) => string {
  return ([en, ru]) => (language === "ru" ? ru : en);
}
