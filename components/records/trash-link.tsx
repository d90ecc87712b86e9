"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import type { Entity } from "@/server/fields/contract";

/** To what was deleted of this kind. */
export function TrashLink({ entity }: { entity: Entity }) {
  const t = useTranslations("records.trash");
  const { slug } = useWorkspace();
  if (!useMay()(`${entity}.delete`)) return null;
  return (
    <Button asChild variant="ghost" size="icon">
      <Link href={`/${slug}/settings/trash?of=${entity}`} aria-label={t("open")} title={t("open")}>
        <Trash2 />
      </Link>
    </Button>
  );
}
