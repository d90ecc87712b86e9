"use client";

import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import type { Entity } from "@/server/platform/permissions";
import { recordHref } from "./kinds";

const look = "min-w-0 underline decoration-line-strong underline-offset-3 hover:decoration-current";

type OutsideLinkProps = { href: string; className?: string; children: ReactNode };

/** A site opens beside the app; a letter and a call go to the program for them. */
export function OutsideLink({ href, className, children }: OutsideLinkProps) {
  const isPage = href.startsWith("http");
  return (
    <a
      href={href}
      className={cn(look, className)}
      {...(isPage && { target: "_blank", rel: "noopener noreferrer" })}
    >
      {children}
    </a>
  );
}

type RecordLinkProps = { entity: Entity; id: string; className?: string; children: ReactNode };

/** Another record by its name, which opens it for whoever may see its kind. */
export function RecordLink({ entity, id, className, children }: RecordLinkProps) {
  const { slug } = useWorkspace();
  const may = useMay();
  const href = may(`${entity}.view`) ? recordHref(slug, { entity, id }) : null;
  if (!href) return <span className={cn("min-w-0", className)}>{children}</span>;
  return (
    <Link href={href} className={cn(look, className)}>
      {children}
    </Link>
  );
}
