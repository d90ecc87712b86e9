import { ChevronRight } from "lucide-react";
import type { Route } from "next";
import { useTranslations } from "next-intl";
import { cn } from "./cn";
import { Link } from "./link";

export type Crumb = { label: string; href?: string };

/** The way to this page; the last crumb is the page itself. */
export function Breadcrumbs({ crumbs, className }: { crumbs: readonly Crumb[]; className?: string }) {
  const t = useTranslations("ui");
  return (
    <nav data-slot="breadcrumbs" aria-label={t("breadcrumbs")} className={cn("min-w-0", className)}>
      <ol className="flex min-w-0 items-center gap-1 text-sm text-ink-muted">
        {crumbs.map((crumb, index) => {
          const last = index === crumbs.length - 1;
          return (
            <li key={crumb.label} className="flex min-w-0 items-center gap-1">
              {index > 0 && <ChevronRight aria-hidden className="size-3 shrink-0" />}
              {crumb.href && !last ? (
                <Link href={crumb.href as Route} className="truncate hover:text-ink">
                  {crumb.label}
                </Link>
              ) : (
                <span aria-current={last ? "page" : undefined} className={cn("truncate", last && "text-ink")}>
                  {crumb.label}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
