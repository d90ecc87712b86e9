"use client";

import { Archive, ArrowDown, ArrowUp, Asterisk, ListFilter, MoreHorizontal, Pencil } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useSortable } from "@/components/sortable/sortable-list";
import { SortableRow } from "@/components/sortable/sortable-row";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { Entity, FieldInfo, FieldSection } from "@/server/fields/contract";

type FieldItemProps = {
  entity: Entity;
  field: FieldInfo;
  sections: readonly FieldSection[];
  editable: boolean;
  /** The row of its section's head. */
  head: string;
  onSection: (name: string | null) => void;
  onEdit: () => void;
  onArchive: (fieldId: string) => void;
};

/** A field in its section: what it is, and for an organization's own the way to change it. */
export function FieldItem(props: FieldItemProps) {
  const { field, editable, head, onEdit } = props;
  const t = useTranslations("fields");
  const name = field.label[useLocale()];
  return (
    <SortableRow
      id={field.key}
      disabled={!editable}
      heldWith={head}
      handleLabel={t("move", { name })}
      className="flex min-h-10 items-center gap-2 border-b py-1"
    >
      <span className="min-w-0 flex-1 truncate">{name}</span>
      {field.required && (
        <Badge tone="warn" title={t("required")}>
          <Asterisk aria-hidden />
          <span className="max-md:sr-only">{t("required")}</span>
        </Badge>
      )}
      {field.customId && field.filterable && (
        <Badge title={t("filterable")}>
          <ListFilter aria-hidden />
          <span className="max-md:sr-only">{t("filterable")}</span>
        </Badge>
      )}
      <span className="w-32 shrink-0 truncate text-sm text-ink-muted max-md:w-20">
        {t(`type.${field.type}`)}
      </span>
      {editable && (
        <>
          {field.customId ? (
            <Button size="icon-sm" variant="ghost" aria-label={t("edit", { name })} onClick={onEdit}>
              <Pencil />
            </Button>
          ) : (
            <span aria-hidden className="size-7 shrink-0 max-md:size-9" />
          )}
          <FieldMenu {...props} name={name} />
        </>
      )}
    </SortableRow>
  );
}

const first = "";

function FieldMenu({
  entity,
  field,
  sections,
  name,
  onSection,
  onArchive,
}: FieldItemProps & { name: string }) {
  const t = useTranslations("fields");
  const record = useTranslations("record");
  const { step, canStep } = useSortable();
  const { key, customId } = field;
  const current = sections.find((section) => section.keys.includes(key))?.name ?? first;
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button size="icon-sm" variant="ghost" aria-label={t("menu", { name })}>
          <MoreHorizontal />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <DropdownMenuItem disabled={!canStep(key, "up")} onSelect={() => step(key, "up")}>
          <ArrowUp />
          {t("moveUp")}
        </DropdownMenuItem>
        <DropdownMenuItem disabled={!canStep(key, "down")} onSelect={() => step(key, "down")}>
          <ArrowDown />
          {t("moveDown")}
        </DropdownMenuItem>
        {sections.length > 1 && (
          <>
            <DropdownMenuSeparator />
            <DropdownMenuLabel>{t("section")}</DropdownMenuLabel>
            <DropdownMenuRadioGroup
              value={current}
              onValueChange={(next) => next !== current && onSection(next || null)}
            >
              {sections.map((section) => (
                <DropdownMenuRadioItem key={section.name ?? first} value={section.name ?? first}>
                  {section.name ?? record("about", { entity })}
                </DropdownMenuRadioItem>
              ))}
            </DropdownMenuRadioGroup>
          </>
        )}
        {customId && (
          <>
            <DropdownMenuSeparator />
            <DropdownMenuItem onSelect={() => onArchive(customId)}>
              <Archive />
              {t("archive")}
            </DropdownMenuItem>
          </>
        )}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
