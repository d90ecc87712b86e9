"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { Segmented } from "@/components/ui/segmented";
import type { Language } from "@/messages";
import { ask, authClient } from "./auth-client";
import { rememberLanguage } from "./language-cookie";

const languages = [
  { value: "en", label: "English" },
  { value: "ru", label: "Русский" },
] as const;

type LanguageToggleProps = { signedIn?: boolean; short?: boolean; className?: string };

/** Russian or English, kept in this browser and, for a signed-in person, in their account. */
export function LanguageToggle({ signedIn, short, className }: LanguageToggleProps) {
  const t = useTranslations("auth");
  const router = useRouter();
  const change = async (language: Language) => {
    rememberLanguage(language);
    router.refresh();
    if (signedIn) await ask(authClient.updateUser({ language }));
  };
  return (
    <Segmented
      className={className}
      label={t("language")}
      segments={languages.map(({ value, label }) => ({ value, label: short ? value.toUpperCase() : label }))}
      value={useLocale()}
      onValueChange={change}
    />
  );
}
