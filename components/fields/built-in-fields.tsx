"use client";

import { useLocale, useTranslations } from "next-intl";
import { Card, CardHeader } from "@/components/ui/card";
import type { FieldInfo } from "@/server/fields/contract";

/** What every record of the kind has besides, so that nobody adds it twice. */
export function BuiltInFields({ fields }: { fields: readonly FieldInfo[] }) {
  const t = useTranslations("fields");
  const language = useLocale();
  return (
    <Card>
      <CardHeader title={t("builtIn")} text={t("builtInText")} />
      <ul className="grid gap-x-6 sm:grid-cols-2">
        {fields.map(({ key, label, type }) => (
          <li key={key} className="flex items-center gap-2 border-b py-1.5">
            <span className="min-w-0 flex-1 truncate">{label[language]}</span>
            <span className="text-sm text-ink-muted">{t(`type.${type}`)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
