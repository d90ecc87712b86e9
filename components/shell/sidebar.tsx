"use client";

import { PanelLeftClose, PanelLeftOpen, Search } from "lucide-react";
import type { Route } from "next";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { cn } from "@/components/ui/cn";
import { Kbd } from "@/components/ui/kbd";
import { Link } from "@/components/ui/link";
import { Tooltip } from "@/components/ui/tooltip";
import { useOpenCommands } from "./commands";
import type { NavGroup, NavItem } from "./nav";
import { useShortcut } from "./shortcuts";
import { sidebarCookie } from "./sidebar-cookie";

type SidebarProps = {
  nav: readonly NavGroup[];
  active: string | undefined;
  workspace: ReactNode;
  user: ReactNode;
  defaultCollapsed: boolean;
};

const row =
  "flex h-8 w-full items-center gap-2.5 rounded-md px-2 text-console-muted transition-colors hover:bg-console-raised hover:text-console-ink focus-visible:outline-console-accent [&_svg]:size-4 [&_svg]:shrink-0";

/** The dark console at the left; folds to icons, and remembers that in a cookie. */
export function Sidebar({ nav, active, workspace, user, defaultCollapsed }: SidebarProps) {
  const t = useTranslations("shell");
  const [collapsed, setCollapsed] = useState(defaultCollapsed);
  const openCommands = useOpenCommands();
  const toggle = () => {
    setCollapsed(!collapsed);
    document.cookie = `${sidebarCookie}=${collapsed ? "open" : "collapsed"}; path=/; max-age=31536000; samesite=lax`;
  };
  useShortcut("mod+b", toggle, t("toggleSidebar"), { inInputs: true });
  return (
    <aside
      data-slot="sidebar"
      data-collapsed={collapsed || undefined}
      className={cn(
        "group/sidebar flex shrink-0 flex-col bg-console text-console-ink transition-[width] duration-150 max-md:hidden",
        collapsed ? "w-14" : "w-56",
      )}
    >
      <div className="p-2">{workspace}</div>
      <div className="px-2 pb-2">
        <Hinted label={t("search")} shortcut="mod+k" show={collapsed}>
          <button type="button" onClick={openCommands} className={cn(row, "bg-console-raised/70")}>
            <Search />
            <span className="flex-1 truncate text-left group-data-collapsed/sidebar:sr-only">
              {t("search")}
            </span>
            <Kbd
              keys="mod+k"
              className="border-console-line bg-transparent text-console-muted group-data-collapsed/sidebar:hidden"
            />
          </button>
        </Hinted>
      </div>
      <nav aria-label={t("navigation")} className="flex-1 overflow-y-auto px-2 [scrollbar-width:thin]">
        {nav.map((group) => (
          <ul key={group.id} className="mb-4 flex flex-col gap-0.5">
            {group.label && (
              <li className="px-2 pt-1 pb-1 text-xs font-semibold text-console-muted group-data-collapsed/sidebar:hidden">
                {group.label}
              </li>
            )}
            {group.items.map((item) => (
              <li key={item.id}>
                <Hinted label={item.label} shortcut={item.shortcut} show={collapsed}>
                  <NavLink item={item} active={item.id === active} />
                </Hinted>
              </li>
            ))}
          </ul>
        ))}
      </nav>
      <div className="flex items-center gap-1 border-t border-console-line p-2 group-data-collapsed/sidebar:flex-col">
        <div className="w-full min-w-0 flex-1">{user}</div>
        <Tooltip label={t("toggleSidebar")} shortcut="mod+b" side="right">
          <button
            type="button"
            onClick={toggle}
            aria-label={t("toggleSidebar")}
            aria-expanded={!collapsed}
            className={cn(row, "w-8 justify-center")}
          >
            {collapsed ? <PanelLeftOpen /> : <PanelLeftClose />}
          </button>
        </Tooltip>
      </div>
    </aside>
  );
}

type NavLinkProps = { item: NavItem; active: boolean };

function NavLink({ item, active, ...props }: NavLinkProps) {
  return (
    <Link
      {...props}
      href={item.href as Route}
      aria-current={active ? "page" : undefined}
      className={cn(
        row,
        "relative",
        active &&
          "bg-console-raised font-medium text-console-ink before:absolute before:inset-y-2 before:left-0 before:w-0.5 before:rounded-full before:bg-console-accent [&_svg]:text-console-accent",
      )}
    >
      {item.icon}
      <span className="flex-1 truncate group-data-collapsed/sidebar:sr-only">{item.label}</span>
      {item.badge ? (
        <span className="tabular text-sm text-console-muted group-data-collapsed/sidebar:hidden">
          {item.badge}
        </span>
      ) : null}
    </Link>
  );
}

type HintedProps = { label: string; shortcut?: string; show: boolean; children: ReactNode };

function Hinted({ label, shortcut, show, children }: HintedProps) {
  if (!show) return children;
  return (
    <Tooltip label={label} shortcut={shortcut} side="right">
      {children}
    </Tooltip>
  );
}
