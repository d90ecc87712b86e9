import { cookies, headers } from "next/headers";
import type { Language } from "@/messages";
import { languageCookie } from "@/server/identity/contract";

export { languageCookie };

/** The language a person chose, else the one their browser asks for first. */
export async function requestLanguage(): Promise<Language> {
  const chosen = (await cookies()).get(languageCookie)?.value;
  if (chosen === "en" || chosen === "ru") return chosen;
  return preferred((await headers()).get("accept-language") ?? "");
}

/** The better of our two languages for an Accept-Language header; English when neither is asked for. */
export function preferred(acceptLanguage: string): Language {
  const wanted = acceptLanguage
    .split(",")
    .map((part) => {
      const [tag = "", quality] = part.trim().split(";q=");
      return { language: tag.slice(0, 2).toLowerCase(), quality: quality ? Number(quality) : 1 };
    })
    .filter(({ language }) => language === "en" || language === "ru")
    .sort((a, b) => b.quality - a.quality);
  return wanted[0]?.language === "ru" ? "ru" : "en";
}
