"use client";

import { Tooltip as Primitive } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { Kbd } from "./kbd";

export const TooltipProvider = Primitive.Provider;

type TooltipProps = {
  label: ReactNode;
  /** A shortcut shown beside the text, as `useShortcut` takes it. */
  shortcut?: string;
  side?: ComponentProps<typeof Primitive.Content>["side"];
  children: ReactNode;
};

/** A few words about the control under the pointer or in focus; never the only place of information. */
export function Tooltip({ label, shortcut, side, children }: TooltipProps) {
  return (
    <Primitive.Provider delayDuration={350} skipDelayDuration={150}>
      <Primitive.Root>
        <Primitive.Trigger asChild>{children}</Primitive.Trigger>
        <Primitive.Portal>
          <Primitive.Content
            data-slot="tooltip"
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className="z-60 flex max-w-64 items-center gap-2 rounded-md bg-ink px-2 py-1 text-sm text-bg data-[state=delayed-open]:animate-in data-[state=delayed-open]:fade-in-0"
          >
            {label}
            {shortcut && <Kbd keys={shortcut} className="border-bg/30 bg-transparent text-bg" />}
          </Primitive.Content>
        </Primitive.Portal>
      </Primitive.Root>
    </Primitive.Provider>
  );
}
