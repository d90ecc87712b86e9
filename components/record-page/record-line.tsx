"use client";

import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { useWorkspace } from "@/components/workspace/workspace";
import type { Entity } from "@/server/platform/permissions";
import { recordHref, recordKinds } from "./kinds";

type RecordLineProps = { record: { entity: Entity; id: string }; children: ReactNode };

/** A line of a list of records, which leads to one: the icon of its kind, and what is said of it. */
export function RecordLine({ record, children }: RecordLineProps) {
  const { slug } = useWorkspace();
  const { icon: Icon } = recordKinds[record.entity];
  return (
    <li className="border-b last:border-b-0">
      <Link
        href={recordHref(slug, record) ?? "#"}
        className="flex min-h-9 items-center gap-2.5 rounded-md py-1 hover:bg-ink/5"
      >
        <Icon aria-hidden className="size-4 shrink-0 text-ink-muted" />
        {children}
      </Link>
    </li>
  );
}
