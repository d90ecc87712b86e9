"use client";

import { Tabs as Primitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "./cn";

export const Tabs = Primitive.Root;

/** The row of tabs; scrolls sideways where it does not fit. */
export function TabsList({ className, ...props }: ComponentProps<typeof Primitive.List>) {
  return (
    <Primitive.List
      data-slot="tabs"
      className={cn(
        "flex gap-3 overflow-x-auto shadow-[inset_0_-1px_var(--line)] [scrollbar-width:none]",
        className,
      )}
      {...props}
    />
  );
}

export function TabsTrigger({ className, ...props }: ComponentProps<typeof Primitive.Trigger>) {
  return (
    <Primitive.Trigger
      className={cn(
        "flex h-9 shrink-0 items-center gap-1.5 rounded-t-sm border-b-2 px-1 border-transparent font-medium text-ink-muted -outline-offset-2 transition-colors hover:text-ink disabled:opacity-45 data-[state=active]:border-accent data-[state=active]:text-ink max-md:h-11",
        className,
      )}
      {...props}
    />
  );
}

export function TabsContent({ className, ...props }: ComponentProps<typeof Primitive.Content>) {
  return <Primitive.Content className={cn("pt-4 outline-none", className)} {...props} />;
}
