"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { ActivityKind } from "@/server/crm/activities/contract";
import { KindSelect } from "./kind-select";
import { useActivityVerbs } from "./use-activities";

/** Writes down what has been done: a call, a meeting, a letter, a note. */
export function LogForm({ recordId, onDone }: { recordId: string; onDone: () => void }) {
  const t = useTranslations("activities");
  const { say, fields } = useRefusals();
  const { create } = useActivityVerbs();
  const [title, setTitle] = useState("");
  const [text, setText] = useState("");
  const [kind, setKind] = useState<ActivityKind>("call");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === "" || create.isPending) return;
    create.mutate({ recordId, title, kind, description: text, done: true }, { onSuccess: onDone });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-1.5 rounded-lg bg-ink/4 p-2">
      <div className="flex gap-1.5">
        <KindSelect className="w-36" value={kind} onValueChange={setKind} />
        <Input
          required
          aria-label={t("log.title")}
          placeholder={t("log.title")}
          maxLength={300}
          value={title}
          onChange={({ target }) => setTitle(target.value)}
        />
      </div>
      <Textarea
        aria-label={t("log.text")}
        placeholder={t("log.text")}
        maxLength={10_000}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {create.error && (
        <p role="alert" className="text-sm text-danger-text">
          {fields(create.error).title ?? say(create.error)}
        </p>
      )}
      <div className="flex justify-end gap-1.5">
        <Button variant="ghost" onClick={onDone}>
          {t("cancel")}
        </Button>
        <Button type="submit" variant="primary" pending={create.isPending}>
          {t("log.save")}
        </Button>
      </div>
    </form>
  );
}
