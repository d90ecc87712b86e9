"use client";

import { Ellipsis, Search } from "lucide-react";
import type { Route } from "next";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import { useOpenCommands } from "./commands";
import type { NavGroup, NavItem } from "./nav";
import { ThemeToggle } from "./theme-toggle";

type BottomBarProps = {
  nav: readonly NavGroup[];
  active: string | undefined;
  workspace: ReactNode;
  user: ReactNode;
  language: ReactNode;
};

const cell =
  "flex min-w-0 flex-1 flex-col items-center justify-center gap-0.5 px-1 text-xs text-ink-muted -outline-offset-2 [&_svg]:size-5";

/** A phone's navigation: the first three places, search, and the rest behind More. */
export function BottomBar({ nav, active, workspace, user, language }: BottomBarProps) {
  const t = useTranslations("shell");
  const [more, setMore] = useState(false);
  const openCommands = useOpenCommands();
  const items = nav.flatMap((group) => group.items);
  const first = items.slice(0, 3);
  return (
    <nav
      data-slot="bottom-bar"
      aria-label={t("navigation")}
      className="fixed inset-x-0 bottom-0 z-30 flex h-[calc(3.5rem+env(safe-area-inset-bottom))] border-t bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {first.map((item) => (
        <Link
          key={item.id}
          href={item.href as Route}
          aria-current={item.id === active ? "page" : undefined}
          className={cn(cell, item.id === active && "font-semibold text-accent-text")}
        >
          {item.icon}
          <span className="max-w-full truncate">{item.label}</span>
        </Link>
      ))}
      <button type="button" className={cell} onClick={openCommands}>
        <Search />
        {t("searchShort")}
      </button>
      <button type="button" className={cell} aria-haspopup="dialog" onClick={() => setMore(true)}>
        <Ellipsis />
        {t("more")}
      </button>
      <Sheet open={more} onOpenChange={setMore}>
        <SheetContent title={t("more")}>
          <div className="mb-4 rounded-lg bg-console p-2 text-console-ink">{workspace}</div>
          <ul className="mb-4">
            {items.map((item) => (
              <li key={item.id}>
                <MoreLink item={item} active={item.id === active} onFollow={() => setMore(false)} />
              </li>
            ))}
          </ul>
          <div className="flex flex-wrap items-center justify-between gap-3">
            <ThemeToggle />
            {language}
          </div>
          <div className="mt-4 rounded-lg bg-console p-2 text-console-ink">{user}</div>
        </SheetContent>
      </Sheet>
    </nav>
  );
}

function MoreLink({ item, active, onFollow }: { item: NavItem; active: boolean; onFollow: () => void }) {
  return (
    <Link
      href={item.href as Route}
      onClick={onFollow}
      aria-current={active ? "page" : undefined}
      className={cn(
        "flex h-11 items-center gap-3 rounded-md px-2 text-lg [&_svg]:size-5 [&_svg]:text-ink-muted",
        active && "bg-accent-soft font-medium text-accent-text [&_svg]:text-accent-text",
      )}
    >
      {item.icon}
      <span className="flex-1 truncate">{item.label}</span>
      {item.badge ? <span className="tabular text-ink-muted">{item.badge}</span> : null}
    </Link>
  );
}
