"use client";

import { useQuery } from "@tanstack/react-query";
import { type ComponentProps, type KeyboardEvent, useId, useRef, useState } from "react";
import { useTRPC } from "@/components/api/trpc";
import { Avatar } from "@/components/ui/avatar";
import { cn } from "@/components/ui/cn";
import { floating } from "@/components/ui/menu-styles";
import { Textarea } from "@/components/ui/textarea";
import type { Mentionable } from "@/server/crm/comments/contract";
import { matching, mentionAt, withMention } from "./mentions";

type MentionInputProps = {
  recordId: string;
  value: string;
  onValueChange: (text: string) => void;
  /** Somebody was chosen: their name in the text means them. */
  onMention: (who: Mentionable) => void;
} & Omit<ComponentProps<"textarea">, "value" | "onChange">;

/** A text in which an @ offers colleagues who may see the record. */
export function MentionInput({ recordId, value, onValueChange, onMention, ...props }: MentionInputProps) {
  const listId = useId();
  const trpc = useTRPC();
  const area = useRef<HTMLTextAreaElement>(null);
  const [typing, setTyping] = useState<{ from: number; query: string } | null>(null);
  const [active, setActive] = useState(0);
  const people = useQuery(
    trpc.records.mentionable.queryOptions({ recordId }, { enabled: typing !== null, staleTime: 60_000 }),
  );
  const offered = typing ? matching(people.data ?? [], typing.query) : [];

  const look = (text: string, caret: number) => {
    setTyping(mentionAt(text, caret));
    setActive(0);
  };
  const choose = (who: Mentionable) => {
    if (!typing) return;
    const next = withMention(value, typing, who);
    onValueChange(next.text);
    onMention(who);
    setTyping(null);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(next.caret, next.caret);
    });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const chosen = offered[active];
    if (!chosen) return props.onKeyDown?.(event);
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) setActive((active + step + offered.length) % offered.length);
    else if (event.key === "Escape") setTyping(null);
    else if (event.key === "Enter" || event.key === "Tab") choose(chosen);
    else return props.onKeyDown?.(event);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="relative">
      <Textarea
        {...props}
        ref={area}
        value={value}
        aria-autocomplete="list"
        aria-controls={offered.length > 0 ? listId : undefined}
        aria-activedescendant={offered[active] ? `${listId}-${offered[active].id}` : undefined}
        onChange={({ target }) => {
          onValueChange(target.value);
          look(target.value, target.selectionStart);
        }}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          setTyping(null);
          props.onBlur?.(event);
        }}
      />
      {offered.length > 0 && (
        <div
          id={listId}
          // A native list of options cannot follow a caret.
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="listbox"
          className={cn(floating, "absolute top-full left-0 mt-1 w-64 p-1")}
        >
          {offered.map((one, place) => (
            // Chosen from the text by keys; the pointer must not take the focus away from it.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={one.id}
              id={`${listId}-${one.id}`}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
              role="option"
              tabIndex={-1}
              aria-selected={place === active}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(one)}
              className={cn(
                "flex min-h-8 cursor-default items-center gap-2 rounded-md px-2 max-md:min-h-10",
                place === active && "bg-ink/7",
              )}
            >
              <Avatar name={one.name} seed={one.id} size="xs" />
              <span className="truncate">{one.name}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
