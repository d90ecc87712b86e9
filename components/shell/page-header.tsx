"use client";

import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "@/components/ui/breadcrumbs";
import { cn } from "@/components/ui/cn";
import { useShellStatus } from "./shell-slots";

type PageHeaderProps = {
  title: ReactNode;
  /** A quiet line under the title. */
  text?: ReactNode;
  crumbs?: readonly Crumb[];
  /** Beside the title: a pipeline switcher, a count. A wide one goes under it on a phone. */
  aside?: ReactNode;
  wide?: boolean;
  /** Buttons at the right, the main one last. */
  actions?: ReactNode;
  /** A second row: filters, tabs. */
  children?: ReactNode;
  className?: string;
};

/** A page's top bar, sticky within the shell. */
export function PageHeader({
  title,
  text,
  crumbs,
  aside,
  wide,
  actions,
  children,
  className,
}: PageHeaderProps) {
  const status = useShellStatus();
  return (
    <header
      data-slot="page-header"
      className={cn("sticky top-0 z-20 shrink-0 bg-bg px-6 pt-3 pb-2 max-md:px-4", className)}
    >
      {crumbs && <Breadcrumbs crumbs={crumbs} className="mb-1" />}
      <div className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-2">
        {/* A title that is a text keeps to one line; one that is edited where it stands takes the room it needs. */}
        <div className={cn("min-w-0", typeof title !== "string" && "flex-1")}>
          <h1 className={cn("text-xl font-semibold", typeof title === "string" && "truncate")}>{title}</h1>
          {text && <p className="text-ink-muted">{text}</p>}
        </div>
        {aside && (
          <div className={cn("contents", wide && "max-md:order-1 max-md:block max-md:w-full")}>{aside}</div>
        )}
        <div className="ml-auto flex items-center gap-2">
          {status}
          {actions}
        </div>
      </div>
      {children && <div className="mt-2 flex flex-wrap items-center gap-2">{children}</div>}
    </header>
  );
}

/** The page's body under its header, with the page's margins. */
export function PageBody({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={cn("min-h-0 flex-1 px-6 pt-2 pb-8 max-md:px-4", className)}>{children}</div>;
}
