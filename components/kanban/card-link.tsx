"use client";

import { type MouseEvent, type ReactNode, useId } from "react";
import { cn } from "@/components/ui/cn";

type CardLinkProps = {
  href: string;
  title: string;
  onOpen: () => void;
  /** What the card says under its title. */
  children: ReactNode;
};

/** A card's link, which is all of its face: a click opens the card over the board; with Ctrl, its page in a new tab. */
export function CardLink({ href, title, onOpen, children }: CardLinkProps) {
  const id = useId();
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onOpen();
  };
  return (
    <a
      href={href}
      draggable={false}
      onClick={open}
      aria-labelledby={id}
      aria-describedby={`${id}-more`}
      className="flex flex-col gap-1 rounded-lg p-2.5 outline-focus focus-visible:outline-2"
    >
      <span
        data-slot="kanban-card-title"
        id={id}
        className={cn("pr-5 font-medium break-words", title.length > shortTitle && "line-clamp-2")}
      >
        {title}
      </span>
      <span id={`${id}-more`} className="flex flex-col gap-1">
        {children}
      </span>
    </a>
  );
}

// Cutting off takes a layer of the browser's for each text: only what may be too long for its place is cut off.
const shortTitle = 40;
const shortLine = 30;

/** A quiet line on a card. */
export function CardLine({ text }: { text: string }) {
  if (text === "") return null;
  return <span className={cn("text-sm text-ink-muted", text.length > shortLine && "truncate")}>{text}</span>;
}
