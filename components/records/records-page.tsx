"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsBoolean, useQueryState } from "nuqs";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/shell/page-header";
import { useShortcut } from "@/components/shell/shortcuts";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { useMay } from "@/components/workspace/workspace";
import type { Entity } from "@/server/fields/contract";
import { listedEntity } from "./entities";
import { RecordList } from "./record-list";
import { TrashLink } from "./trash-link";

type RecordsPageProps = {
  entity: Entity;
  /** Buttons at the end of the toolbar: export, import. */
  actions?: ReactNode;
};

/** The page of a kind of record: its list, and a form for a new one. */
export function RecordsPage({ entity, actions }: RecordsPageProps) {
  const t = useTranslations(`records.entity.${entity as "contact"}`);
  const { CreateDialog, icon } = listedEntity(entity);
  const [creating, setCreating] = useQueryState("new", parseAsBoolean.withDefault(false));
  const mayCreate = useMay()(`${entity}.create`) && CreateDialog !== undefined;
  const create = () => void setCreating(true);
  useShortcut("c", create, t("new"), { group: t("many"), enabled: mayCreate });
  const button = mayCreate && (
    <Button variant="primary" onClick={create} aria-label={t("new")}>
      <Plus />
      <span className="max-md:hidden">{t("new")}</span>
    </Button>
  );
  return (
    <>
      <PageHeader title={t("many")} actions={button} />
      <RecordList
        entity={entity}
        actions={
          <>
            {actions}
            <TrashLink entity={entity} />
          </>
        }
        empty={<EmptyState icon={icon} title={t("empty")} text={t("emptyText")} action={button} />}
      />
      {creating && CreateDialog && <CreateDialog onClose={() => void setCreating(null)} />}
    </>
  );
}
