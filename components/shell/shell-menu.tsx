"use client";

import { ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { DropdownMenu, DropdownMenuContent, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";

type ShellMenuProps = {
  name: string;
  seed: string;
  text?: string;
  src?: string | null;
  /** A workspace is a square, a person a circle. */
  square?: boolean;
  /** What the button opens, for screen readers. */
  label: string;
  /** `DropdownMenuItem`s. */
  children: ReactNode;
};

/** The button and menu of the workspace switcher and of the user's menu. */
export function ShellMenu({ name, seed, text, src, square, label, children }: ShellMenuProps) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger
        data-slot="shell-menu"
        aria-label={`${label}: ${name}`}
        className="flex h-10 w-full items-center gap-2.5 rounded-md px-1 text-left hover:bg-console-raised focus-visible:outline-console-accent data-[state=open]:bg-console-raised"
      >
        <Avatar name={name} seed={seed} src={src} square={square} size="md" className="dark" />
        <span className="min-w-0 flex-1 group-data-collapsed/sidebar:hidden">
          <span className="block truncate font-semibold text-console-ink">{name}</span>
          {text && <span className="block truncate text-sm text-console-muted">{text}</span>}
        </span>
        <ChevronsUpDown className="size-3.5 shrink-0 text-console-muted group-data-collapsed/sidebar:hidden" />
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" className="w-60">
        {children}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
