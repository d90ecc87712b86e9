"use client";

import { ArchiveRestore } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import type { FieldInfo } from "@/server/fields/contract";

type ArchivedFieldsProps = { fields: readonly FieldInfo[]; onRestore: (fieldId: string) => void };

/** Fields out of use: records keep what they hold, and a press brings them back. */
export function ArchivedFields({ fields, onRestore }: ArchivedFieldsProps) {
  const t = useTranslations("fields");
  const language = useLocale();
  if (fields.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t("archivedTitle")} text={t("archivedText")} />
      <ul>
        {fields.map(({ key, customId, label, type }) => (
          <li key={key} className="flex items-center gap-2 border-b py-1">
            <span className="min-w-0 flex-1 truncate text-ink-muted">{label[language]}</span>
            <span className="text-sm text-ink-muted">{t(`type.${type}`)}</span>
            <Button
              size="sm"
              aria-label={t("restoreOf", { name: label[language] })}
              onClick={() => customId && onRestore(customId)}
            >
              <ArchiveRestore />
              {t("restore")}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
