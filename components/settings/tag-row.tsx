"use client";

import { Merge, Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { TagChip } from "@/components/record-page/record-tags";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import type { TagUse } from "@/server/crm/tags/contract";
import { TagForm } from "./tag-form";
import { useTags } from "./use-tags";

type TagRowProps = { tag: TagUse; others: readonly TagUse[]; editable: boolean };

/** One tag and on how many records it is: renamed in its place, merged into another, or deleted. */
export function TagRow({ tag, others, editable }: TagRowProps) {
  const t = useTranslations("settings.tags");
  const tField = useTranslations("errors.field");
  const { say } = useRefusals();
  const { remove, merge } = useTags();
  const [state, setState] = useState<"shown" | "edited" | "merging" | "deleting">("shown");
  const [intoId, setIntoId] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const shown = () => setState("shown");
  const { id: tagId, name, records } = tag;
  const told = (text: string) => ({
    onSuccess: () => {
      shown();
      toast.success(text);
    },
    onError: (error: unknown) => toast.error(say(error)),
  });
  if (state === "edited") return <TagForm tag={tag} onDone={shown} />;
  return (
    <div className="flex items-center gap-2 py-1.5">
      <span className="min-w-0 flex-1">
        <TagChip tag={tag} />
      </span>
      <span className="text-sm text-ink-muted">{t("records", { count: records })}</span>
      {editable && (
        <>
          <Button
            size="icon-sm"
            variant="ghost"
            aria-label={t("edit", { name })}
            onClick={() => setState("edited")}
          >
            <Pencil />
          </Button>
          <Button
            size="icon-sm"
            variant="ghost"
            disabled={others.length === 0}
            aria-label={t("merge", { name })}
            onClick={() => setState("merging")}
          >
            <Merge />
          </Button>
          <Button
            size="icon-sm"
            variant="ghost"
            aria-label={t("delete", { name })}
            onClick={() => setState("deleting")}
          >
            <Trash2 />
          </Button>
        </>
      )}
      <ConfirmDialog
        open={state === "merging"}
        onOpenChange={(open) => setState(open ? "merging" : "shown")}
        title={t("mergeTitle", { name })}
        text={t("mergeText")}
        confirmLabel={t("mergeConfirm")}
        pending={merge.isPending}
        onConfirm={() => {
          if (!intoId) return setMissing(true);
          merge.mutate({ tagId, intoId }, told(t("merged", { name })));
        }}
      >
        <Field label={t("mergeInto")} required error={missing && !intoId && tField("required")}>
          <Combobox
            options={others.map((one) => ({ value: one.id, label: one.name }))}
            value={intoId}
            onValueChange={setIntoId}
          />
        </Field>
      </ConfirmDialog>
      <ConfirmDialog
        danger
        open={state === "deleting"}
        onOpenChange={(open) => setState(open ? "deleting" : "shown")}
        title={t("deleteTitle", { name })}
        text={t("deleteText", { count: records })}
        confirmLabel={t("deleteConfirm")}
        pending={remove.isPending}
        onConfirm={() => remove.mutate({ tagId }, told(t("deleted", { name })))}
      />
    </div>
  );
}
