import { useRouter } from "next/navigation";
import type { Language } from "@/messages";

/** Chooses the interface's language: at once by cookie, and for letters and other devices in the account. */
export function useChooseLanguage() {
  const router = useRouter();
  return async (language: Language) => {
    // oxlint-disable-next-line unicorn/no-document-cookie
    document.cookie = `pult_language=${language}; path=/; max-age=31536000; samesite=lax`;
    document.documentElement.lang = language;
    await fetch("/api/auth/update-user", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ language }),
    }).catch(() => undefined);
    router.refresh();
  };
}
