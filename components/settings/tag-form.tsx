"use client";

import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { Button } from "@/components/ui/button";
import { ColourPicker } from "@/components/ui/colour-picker";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { type StageColour, stageColours } from "@/components/ui/stage-colours";
import type { Tag } from "@/server/crm/tags/contract";
import { useTags } from "./use-tags";

type TagFormProps = {
  tag?: Tag;
  /** Those whose names are taken: on a record a new tag may be one there is, here it would be added to no avail. */
  others?: readonly Tag[];
  onDone?: () => void;
};

/** Adds a tag, or changes the one given. */
export function TagForm({ tag, others = [], onDone }: TagFormProps) {
  const t = useTranslations("settings.tags");
  const tField = useTranslations("errors.field");
  const { say, fields } = useRefusals();
  const { create, change } = useTags();
  const [name, setName] = useState(tag?.name ?? "");
  const [colour, setColour] = useState<StageColour>(
    stageColours.find((one) => one === tag?.colour) ?? "teal",
  );
  const [taken, setTaken] = useState(false);
  const { error, isPending } = tag ? change : create;
  const same = others.find((one) => one.name.toLowerCase() === name.trim().toLowerCase());
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const onSuccess = () => {
      onDone?.();
      if (!tag) setName("");
    };
    setTaken(same !== undefined);
    if (same) return;
    if (tag) change.mutate({ tagId: tag.id, changes: { name, colour } }, { onSuccess });
    else create.mutate({ name, colour }, { onSuccess });
  };
  const refused = error && (fields(error).name ?? fields(error)["changes.name"] ?? say(error));
  const fault = taken && same ? tField("TAG_TAKEN", { name: same.name }) : refused;
  return (
    <form onSubmit={submit} noValidate className="flex flex-wrap items-end gap-3 py-2">
      <Field label={t(tag ? "name" : "add")} error={fault} className="min-w-48 flex-1">
        <Input
          value={name}
          maxLength={60}
          // Opened by the person's own press on “Edit”.
          autoFocus={tag !== undefined}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => event.key === "Escape" && onDone?.()}
        />
      </Field>
      <ColourPicker label={t("colour")} value={colour} onValueChange={setColour} className="pb-1" />
      <div className="flex gap-2">
        <Button type="submit" variant={tag ? "primary" : "secondary"} pending={isPending}>
          {t(tag ? "save" : "addShort")}
        </Button>
        {onDone && (
          <Button variant="ghost" onClick={onDone}>
            {t("cancel")}
          </Button>
        )}
      </div>
    </form>
  );
}
