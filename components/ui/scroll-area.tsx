"use client";

import { ScrollArea as Primitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

/** A scrolling box with thin scrollbars of the theme. */
export function ScrollArea({ className, children, ...props }: ComponentProps<typeof Primitive.Root>) {
  return (
    <Primitive.Root data-slot="scroll-area" className={cn("relative overflow-hidden", className)} {...props}>
      <Primitive.Viewport className="size-full rounded-[inherit]">{children}</Primitive.Viewport>
      <Bar orientation="vertical" />
      <Bar orientation="horizontal" />
      <Primitive.Corner />
    </Primitive.Root>
  );
}

function Bar({ orientation }: { orientation: "vertical" | "horizontal" }) {
  return (
    <Primitive.Scrollbar
      orientation={orientation}
      className="flex touch-none p-0.5 select-none data-[orientation=horizontal]:h-2 data-[orientation=vertical]:w-2"
    >
      <Primitive.Thumb className="relative flex-1 rounded-full bg-ink/25" />
    </Primitive.Scrollbar>
  );
}
