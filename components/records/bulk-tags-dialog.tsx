"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { MultiCombobox } from "@/components/ui/multi-combobox";
import { StageDot } from "@/components/ui/stage-dot";
import type { BulkDialogProps } from "./bulk-dialog-props";
import { useListFields } from "./use-list-fields";

/** Many records get tags besides those they have. */
export function BulkAddTagsDialog(props: BulkDialogProps) {
  return <TagsDialog {...props} type="addTags" />;
}

/** Tags are taken off many records. */
export function BulkRemoveTagsDialog(props: BulkDialogProps) {
  return <TagsDialog {...props} type="removeTags" />;
}

type TagsDialogProps = BulkDialogProps & { type: "addTags" | "removeTags" };

function TagsDialog({ entity, count, start, pending, onClose, type }: TagsDialogProps) {
  const t = useTranslations("records.bulk");
  const ui = useTranslations("ui");
  const { fields } = useListFields(entity);
  const tags = fields.find((field) => field.key === "tags")?.options ?? [];
  const [tagIds, setTagIds] = useState<string[]>([]);
  const submit = async () => {
    if (await start({ type, tagIds })) onClose();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="sm"
        title={t(`action.${type}`)}
        description={t(`${type}Text`)}
        footer={
          <>
            <Button onClick={onClose}>{ui("cancel")}</Button>
            <Button
              variant="primary"
              pending={pending}
              disabled={tagIds.length === 0}
              onClick={() => void submit()}
            >
              {t("apply", { count })}
            </Button>
          </>
        }
      >
        <Field label={t("tags")}>
          <MultiCombobox
            options={tags.map(({ id, name, colour }) => ({
              value: id,
              label: name,
              icon: <StageDot colour={colour ?? "slate"} />,
            }))}
            value={tagIds}
            onValueChange={setTagIds}
          />
        </Field>
      </DialogContent>
    </Dialog>
  );
}
