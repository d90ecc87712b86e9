"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { InlineAlert } from "@/components/ui/inline-alert";
import { Input } from "@/components/ui/input";
import { useMay } from "@/components/workspace/workspace";
import type { Entity } from "@/server/fields/contract";
import { isStaged } from "@/server/platform/permissions";
import type { SavedView } from "@/server/views/contract";
import type { ListState } from "./use-list-state";
import { useViews } from "./use-views";

type ViewDialogProps = {
  entity: Entity;
  state: ListState;
  /** Given: the view to rename; null saves what the list shows as a new one. */
  view: SavedView | null;
  onClose: () => void;
};

/** Names a view: the list as it is now, or one saved before. */
export function ViewDialog({ entity, state, view, onClose }: ViewDialogProps) {
  const t = useTranslations("records.views");
  const ui = useTranslations("ui");
  const form = useId();
  const may = useMay();
  const { say, fields } = useRefusals();
  const { shown, create, update } = useViews(entity);
  const [name, setName] = useState(view?.name ?? "");
  const [shared, setShared] = useState(false);
  const { error } = create;
  const faults = error ? fields(error) : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (view) {
      update.mutate({ viewId: view.id, changes: { name } }, { onSuccess: onClose });
      return;
    }
    const { filter, sort, columns, groupBy } = state;
    const layout = isStaged(entity) ? state.layout : null;
    create.mutate(
      { ...shown, name, shared, filter, sort, columns, groupBy, layout },
      {
        onSuccess: (made) => {
          onClose();
          void state.openView(made.id);
        },
      },
    );
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="sm"
        firstFocus={(dialog) => dialog.querySelector("input")}
        title={t(view ? "rename" : "newTitle")}
        description={view ? undefined : t("newText")}
        footer={
          <>
            <Button onClick={onClose}>{ui("cancel")}</Button>
            <Button
              variant="primary"
              type="submit"
              form={form}
              pending={create.isPending || update.isPending}
            >
              {t("save")}
            </Button>
          </>
        }
      >
        <form id={form} onSubmit={submit} noValidate className="flex flex-col gap-3">
          {error && !faults.name && <InlineAlert tone="danger">{say(error)}</InlineAlert>}
          <Field label={t("name")} error={faults.name}>
            <Input value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
          </Field>
          {!view && may("view.share") && (
            <Checkbox
              label={t("shareWithAll")}
              checked={shared}
              onCheckedChange={(on) => setShared(on === true)}
            />
          )}
        </form>
      </DialogContent>
    </Dialog>
  );
}
