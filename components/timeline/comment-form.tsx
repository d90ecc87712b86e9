"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { Button } from "@/components/ui/button";
import type { Mentionable } from "@/server/crm/comments/contract";
import { MentionInput } from "./mention-input";
import { marked } from "./mentions";

/** A word to colleagues; what was typed stays until the server has it. */
export function CommentForm({ recordId }: { recordId: string }) {
  const t = useTranslations("deal.comment");
  const trpc = useTRPC();
  const client = useQueryClient();
  const [text, setText] = useState("");
  const [named, setNamed] = useState<Mentionable[]>([]);
  const { say, fields } = useRefusals();
  const add = useMutation(
    trpc.records.comment.mutationOptions({
      onSuccess: () => {
        setText("");
        setNamed([]);
        void client.invalidateQueries(trpc.records.timeline.pathFilter());
        void client.invalidateQueries(trpc.around.watchers.queryFilter({ recordId }));
      },
    }),
  );
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim() !== "" && !add.isPending) add.mutate({ recordId, text: marked(text, named) });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit();
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-1.5">
      <MentionInput
        recordId={recordId}
        aria-label={t("label")}
        placeholder={t("placeholder")}
        maxLength={20_000}
        aria-invalid={add.error ? true : undefined}
        value={text}
        onValueChange={setText}
        onMention={(who) => setNamed([...named.filter(({ id }) => id !== who.id), who])}
        onKeyDown={onKeyDown}
        className={text === "" ? "min-h-8 resize-none" : undefined}
      />
      {add.error && (
        <p role="alert" className="text-sm text-danger-text">
          {fields(add.error).text ?? say(add.error)}
        </p>
      )}
      {text.trim() !== "" && (
        <Button type="submit" variant="primary" size="sm" pending={add.isPending} className="self-end">
          {t("add")}
        </Button>
      )}
    </form>
  );
}
