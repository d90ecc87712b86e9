"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Tag as TagIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { MultiCombobox } from "@/components/ui/multi-combobox";
import { stageColour } from "@/components/ui/stage-colours";
import { toast } from "@/components/ui/toast";
import { useMay } from "@/components/workspace/workspace";
import type { RecordData } from "@/server/crm/records/contract";
import type { FieldOption } from "@/server/fields/contract";
import { useFields, useUpdateRecord } from "./use-record";

/** The words a record is marked with, added and taken off at once; a new word is made on the way. */
export function RecordTags({ record }: { record: RecordData }) {
  const t = useTranslations("record.tags");
  const trpc = useTRPC();
  const client = useQueryClient();
  const may = useMay();
  const { say } = useRefusals();
  const { save, begin } = useUpdateRecord(record);
  const all = useFields(record.entity).find((field) => field.key === "tags")?.options ?? [];
  const value = Array.isArray(record.values.tags) ? record.values.tags.map(String) : [];
  const chosen = all.filter((tag) => value.includes(tag.id));
  const put = async (tags: string[]) => {
    begin();
    if (!(await save({ tags: tags.length > 0 ? tags : null }))) toast.error(t("failed"));
  };
  const create = useMutation(
    trpc.around.createTag.mutationOptions({
      onSuccess: async (tag) => {
        await client.invalidateQueries(trpc.fields.list.pathFilter());
        void client.invalidateQueries(trpc.around.tags.queryFilter());
        await put([...new Set([...value, tag.id])]);
      },
      onError: (error) => toast.error(say(error)),
    }),
  );
  const editable = may(`${record.entity}.edit`, record) && !record.deletedAt;
  if (!editable && chosen.length === 0) return null;
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-1">
      <ul aria-label={t("label")} className="contents">
        {chosen.map((tag) => (
          <li key={tag.id} className="contents">
            <TagChip tag={tag} />
          </li>
        ))}
      </ul>
      {editable && (
        <MultiCombobox
          options={all.map((tag) => ({ value: tag.id, label: tag.name, icon: <TagDot tag={tag} /> }))}
          value={value}
          onValueChange={(tags) => void put(tags)}
          onCreate={(name) => create.mutate({ name })}
          trigger={
            <button
              type="button"
              className="inline-flex h-6 items-center gap-1 rounded-full px-2 text-sm text-ink-muted hover:bg-ink/7 hover:text-ink max-md:h-9"
            >
              <TagIcon aria-hidden className="size-3.5" />
              {chosen.length === 0 ? t("add") : <span className="sr-only">{t("add")}</span>}
            </button>
          }
        />
      )}
    </div>
  );
}

/** A tag as it is shown on records. */
export function TagChip({ tag }: { tag: Pick<FieldOption, "name" | "colour"> }) {
  const colour = stageColour(tag.colour ?? "slate");
  return (
    <span
      data-slot="tag"
      className="inline-flex h-6 max-w-48 items-center truncate rounded-full px-2.5 text-sm font-medium text-ink"
      style={{ background: `color-mix(in oklab, ${colour} 22%, var(--surface))` }}
    >
      {tag.name}
    </span>
  );
}

/** A tag's colour. */
export function TagDot({ tag }: { tag: Pick<FieldOption, "colour"> }) {
  return (
    <span
      aria-hidden
      className="size-2.5 shrink-0 rounded-full"
      style={{ background: stageColour(tag.colour ?? "slate") }}
    />
  );
}
