"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { useDirectory } from "@/components/deals/use-directory";
import { Button } from "@/components/ui/button";
import { useWorkspace } from "@/components/workspace/workspace";
import { type Mentionable, mentionsIn, plainComment } from "@/server/crm/comments/contract";
import type { TimelineEntry } from "@/server/crm/timeline/contract";
import { textOf } from "./entry-data";
import { MentionInput } from "./mention-input";
import { marked } from "./mentions";

/** Whether an entry is a comment of one's own that still stands. */
export function useIsMine(): (entry: TimelineEntry) => boolean {
  const { memberId } = useWorkspace();
  return ({ name, data, actor }) =>
    name === "comment.added" && !data.removed && actor.type === "member" && actor.id === memberId;
}

type EditCommentProps = { recordId: string; entry: TimelineEntry; onDone: () => void };

/** One's own comment, said anew in its place. */
export function EditComment({ recordId, entry, onDone }: EditCommentProps) {
  const t = useTranslations("deal.comment");
  const trpc = useTRPC();
  const client = useQueryClient();
  const { member } = useDirectory();
  const { say, fields } = useRefusals();
  const before = textOf(entry.data.text);
  const [text, setText] = useState(() => plainComment(before, member));
  const [named, setNamed] = useState<Mentionable[]>(() =>
    mentionsIn(before).flatMap((id) => {
      const name = member(id);
      return name ? [{ id, name }] : [];
    }),
  );
  const edit = useMutation(
    trpc.records.editComment.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries(trpc.records.timeline.pathFilter());
        onDone();
      },
    }),
  );
  const save = () => edit.mutate({ commentId: textOf(entry.data.commentId), text: marked(text, named) });
  return (
    <div className="mt-1 flex flex-col gap-1.5">
      <MentionInput
        // It has just been pressed in order to be edited.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        recordId={recordId}
        aria-label={t("label")}
        maxLength={20_000}
        value={text}
        onValueChange={setText}
        onMention={(who) => setNamed([...named, who])}
        onKeyDown={(event) => {
          if (event.key === "Escape") onDone();
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
        }}
      />
      {edit.error && (
        <p role="alert" className="text-sm text-danger-text">
          {fields(edit.error).text ?? say(edit.error)}
        </p>
      )}
      <div className="flex justify-end gap-1.5">
        <Button size="sm" variant="ghost" onClick={onDone}>
          {t("cancel")}
        </Button>
        <Button
          size="sm"
          variant="primary"
          pending={edit.isPending}
          disabled={text.trim() === ""}
          onClick={save}
        >
          {t("save")}
        </Button>
      </div>
    </div>
  );
}
