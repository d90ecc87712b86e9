"use client";

import { ListPlus, Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Select } from "@/components/ui/select";
import { type Draft, type DraftGroup, isGroup, type Join, newKey, newLeaf } from "./draft";
import { LeafRow } from "./leaf-row";
import type { FilterField } from "./use-filter-fields";

const joins: readonly Join[] = ["all", "any", "none", "not_all"];

/** The server takes trees of twelve levels; people get lost long before. */
const deepest = 4;

type GroupEditorProps = {
  group: DraftGroup;
  fields: readonly FilterField[];
  checked: boolean;
  onChange: (group: DraftGroup) => void;
  /** Absent for the outermost group, which stays. */
  onRemove?: () => void;
  depth?: number;
};

/** Questions joined by all, any, none or not all, and groups of questions among them. */
export function GroupEditor({ group, fields, checked, onChange, onRemove, depth = 1 }: GroupEditorProps) {
  const t = useTranslations("filter");
  const { parts } = group;
  const set = (next: Draft[]) => onChange({ ...group, parts: next });
  const [first] = fields;
  const add = () => first && set([...parts, newLeaf(first.path, first.type)]);
  const addGroup = () =>
    first &&
    set([
      ...parts,
      {
        key: newKey(),
        join: group.join === "any" ? "all" : "any",
        parts: [newLeaf(first.path, first.type)],
      },
    ]);
  const joinMatters = parts.length > 1 || group.join === "none" || group.join === "not_all" || depth > 1;
  return (
    <fieldset
      className={cn(
        "flex min-w-0 flex-col gap-2",
        depth > 1 && "rounded-md border border-line-strong/40 p-2",
      )}
    >
      <legend className="sr-only">{t("group")}</legend>
      {joinMatters && (
        <div className="flex items-center justify-between gap-2">
          <Select
            aria-label={t("join")}
            className="w-auto min-w-44"
            options={joins.map((join) => ({ value: join, label: t(`joins.${join}`) }))}
            value={group.join}
            onValueChange={(join) => onChange({ ...group, join })}
          />
          {onRemove && (
            <Button variant="ghost" size="icon" aria-label={t("removeGroup")} onClick={onRemove}>
              <X />
            </Button>
          )}
        </div>
      )}
      {parts.map((part, place) =>
        isGroup(part) ? (
          <GroupEditor
            key={part.key}
            group={part}
            fields={fields}
            checked={checked}
            depth={depth + 1}
            onChange={(next) => set(parts.with(place, next))}
            onRemove={() => set(parts.toSpliced(place, 1))}
          />
        ) : (
          <LeafRow
            key={part.key}
            leaf={part}
            fields={fields}
            checked={checked}
            onChange={(next) => set(parts.with(place, next))}
            onRemove={() => set(parts.toSpliced(place, 1))}
          />
        ),
      )}
      <div className="flex flex-wrap gap-1">
        <Button size="sm" variant="ghost" onClick={add}>
          <Plus />
          {t("add")}
        </Button>
        {depth < deepest && parts.length > 0 && (
          <Button size="sm" variant="ghost" onClick={addGroup}>
            <ListPlus />
            {t("addGroup")}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
