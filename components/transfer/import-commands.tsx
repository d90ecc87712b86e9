"use client";

import { FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCommands } from "@/components/shell/commands";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import { importable } from "@/server/transfer/contract";

/** The way to the import in the command palette. */
export function ImportCommands() {
  const t = useTranslations("transfer");
  const words = useTranslations("shell.commands");
  const router = useRouter();
  const may = useMay();
  const { slug } = useWorkspace();
  const allowed = importable.some((entity) => may(`${entity}.create`));
  useCommands(
    allowed
      ? [
          {
            id: "import",
            label: t("navigation"),
            group: words("goTo"),
            keywords: ["csv", "xlsx", "excel", "amocrm", "bitrix24"],
            icon: <FileUp />,
            run: () => router.push(`/${slug}/import`),
          },
        ]
      : [],
  );
  return null;
}
