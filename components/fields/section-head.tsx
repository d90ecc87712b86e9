"use client";

import { ArrowDown, ArrowUp, MoreHorizontal, Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useSortable } from "@/components/sortable/sortable-list";
import { SortableRow } from "@/components/sortable/sortable-row";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { Entity, FieldSection } from "@/server/fields/contract";
import { withoutSection, withSectionRenamed } from "./layout";
import { SectionDialog } from "./section-dialog";

type SectionHeadProps = {
  id: string;
  entity: Entity;
  /** Null: the first section, which is always there. */
  name: string | null;
  empty: boolean;
  sections: readonly FieldSection[];
  editable: boolean;
  onArrange: (sections: FieldSection[], done: string) => void;
};

/** The head of a section, by which it is dragged with its fields. */
export function SectionHead({ id, entity, name, empty, sections, editable, onArrange }: SectionHeadProps) {
  const t = useTranslations("fields");
  const record = useTranslations("record");
  const [renaming, setRenaming] = useState(false);
  const others = sections.flatMap((one) => (one.name && one.name !== name ? [one.name] : []));
  return (
    <SortableRow
      id={id}
      disabled={!editable || name === null}
      handleLabel={t("moveSection", { name: name ?? "" })}
      className="mt-4 flex flex-wrap items-center gap-x-2 border-b pb-1 first:mt-0"
    >
      <h3 className="min-w-0 flex-1 truncate font-semibold">{name ?? record("about", { entity })}</h3>
      {editable && name !== null && (
        <SectionMenu
          id={id}
          name={name}
          onRename={() => setRenaming(true)}
          onRemove={() => onArrange(withoutSection(sections, name), t("sectionRemoved", { name }))}
        />
      )}
      {empty && <p className="basis-full py-1 text-sm text-ink-muted">{t("sectionEmpty")}</p>}
      {renaming && name !== null && (
        <SectionDialog
          name={name}
          taken={others}
          onSave={(to) =>
            onArrange(withSectionRenamed(sections, name, to), t("sectionRenamed", { name: to }))
          }
          onClose={() => setRenaming(false)}
        />
      )}
    </SortableRow>
  );
}

type SectionMenuProps = { id: string; name: string; onRename: () => void; onRemove: () => void };

function SectionMenu({ id, name, onRename, onRemove }: SectionMenuProps) {
  const t = useTranslations("fields");
  const { step, canStep } = useSortable();
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button size="icon-sm" variant="ghost" aria-label={t("sectionMenu", { name })}>
          <MoreHorizontal />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <DropdownMenuItem disabled={!canStep(id, "up")} onSelect={() => step(id, "up")}>
          <ArrowUp />
          {t("moveUp")}
        </DropdownMenuItem>
        <DropdownMenuItem disabled={!canStep(id, "down")} onSelect={() => step(id, "down")}>
          <ArrowDown />
          {t("moveDown")}
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={onRename}>
          <Pencil />
          {t("renameSection")}
        </DropdownMenuItem>
        <DropdownMenuSeparator />
        <DropdownMenuItem variant="danger" onSelect={onRemove}>
          <Trash2 />
          {t("removeSection")}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
