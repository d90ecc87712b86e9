"use client";

import { useLocale, useTranslations } from "next-intl";
import { Segmented } from "@/components/ui/segmented";
import { useChooseLanguage } from "./language";

/** English or Russian. Each language names itself. */
export function LanguageToggle() {
  const t = useTranslations("board.workspace");
  const choose = useChooseLanguage();
  return (
    <Segmented
      label={t("language")}
      segments={[
        { value: "en", label: "English" },
        { value: "ru", label: "Русский" },
      ]}
      value={useLocale()}
      onValueChange={(language) => void choose(language)}
    />
  );
}
