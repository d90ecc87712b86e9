"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/textarea";

/** A word to colleagues; what was typed stays until the server has it. */
export function CommentForm({ dealId }: { dealId: string }) {
  const t = useTranslations("deal.comment");
  const trpc = useTRPC();
  const client = useQueryClient();
  const [text, setText] = useState("");
  const { say, fields } = useRefusals();
  const add = useMutation(
    trpc.deals.comment.mutationOptions({
      onSuccess: () => {
        setText("");
        void client.invalidateQueries(trpc.deals.timeline.pathFilter());
      },
    }),
  );
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim() !== "" && !add.isPending) add.mutate({ dealId, text });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit();
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-1.5">
      <Textarea
        aria-label={t("label")}
        placeholder={t("placeholder")}
        maxLength={20_000}
        aria-invalid={add.error ? true : undefined}
        value={text}
        onChange={(event) => setText(event.target.value)}
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
