"use client";

import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import type { Importable } from "@/server/transfer/contract";

/** From a list to the import of such records, for whoever may make them. */
export function ImportLink({ entity, listId }: { entity: Importable; listId?: string }) {
  const t = useTranslations("transfer");
  const { slug } = useWorkspace();
  if (!useMay()(`${entity}.create`)) return null;
  const query = new URLSearchParams({ of: entity, ...(listId && { list: listId }) });
  return (
    <Button asChild variant="ghost" size="icon">
      <Link href={`/${slug}/import?${query}`} aria-label={t("navigation")} title={t("navigation")}>
        <FileUp />
      </Link>
    </Button>
  );
}
