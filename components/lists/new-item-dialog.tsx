"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { FieldValue } from "@/components/records/field-value";
import { useCreated } from "@/components/records/new-party-dialog";
import { useListFields } from "@/components/records/use-list-fields";
import { useListWords } from "@/components/records/use-list-words";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { InlineAlert } from "@/components/ui/inline-alert";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { useWorkspace } from "@/components/workspace/workspace";
import type { List } from "@/server/crm/lists/contract";

const mostAsked = 8;

/** A new record of a list: its title and the first of the list's fields, every required one among them. */
export function NewItemDialog({ list, onClose }: { list: List; onClose: () => void }) {
  const t = useTranslations("lists");
  const ui = useTranslations("ui");
  const words = useTranslations("records.create");
  const trpc = useTRPC();
  const form = useId();
  const router = useRouter();
  const { slug } = useWorkspace();
  const refresh = useCreated();
  const { fields } = useListFields("list_item");
  const own = fields.filter(
    ({ customId, editable, required, type }) => customId && editable && (required || type !== "file"),
  );
  const asked = own.filter((field, place) => field.required || place < mostAsked);
  // A tick that nobody set says no, which is an answer.
  const unset = Object.fromEntries(
    asked.flatMap(({ key, type }) => (type === "checkbox" ? [[key, false]] : [])),
  );
  const names = useListWords(asked);
  const [title, setTitle] = useState("");
  const [custom, setCustom] = useState<Record<string, unknown>>({});
  const create = useMutation(trpc.lists.createItem.mutationOptions());
  const { say, fields: faultsOf } = useRefusals();
  const faults = create.error ? faultsOf(create.error) : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate(
      { listId: list.id, title, custom: { ...unset, ...custom } },
      {
        onSuccess: ({ id }) => {
          refresh();
          onClose();
          const run = () => router.push(`/${slug}/list-items/${id}`);
          toast.success(words("created", { name: title.trim() }), {
            action: { label: words("openIt"), run },
          });
        },
      },
    );
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="sm"
        firstFocus={(dialog) => dialog.querySelector("input")}
        title={t("newOf", { name: list.itemName })}
        footer={
          <>
            <Button onClick={onClose}>{ui("cancel")}</Button>
            <Button variant="primary" type="submit" form={form} pending={create.isPending}>
              {words("save")}
            </Button>
          </>
        }
      >
        <form id={form} onSubmit={submit} noValidate className="flex flex-col gap-3">
          {create.error && Object.keys(faults).length === 0 && (
            <InlineAlert tone="danger">{say(create.error)}</InlineAlert>
          )}
          <Field label={t("itemTitle")} error={faults.title} required>
            <Input
              value={title}
              maxLength={300}
              autoComplete="off"
              onChange={(event) => setTitle(event.target.value)}
            />
          </Field>
          {asked.map((field) => (
            <FieldValue
              key={field.key}
              field={field}
              words={names}
              error={faults[field.key]}
              value={custom[field.key] ?? null}
              onChange={(value) => setCustom({ ...custom, [field.key]: value })}
            />
          ))}
        </form>
      </DialogContent>
    </Dialog>
  );
}
