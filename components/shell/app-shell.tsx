"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BottomBar } from "./bottom-bar";
import { CommandProvider } from "./commands";
import { activeItem, type NavGroup } from "./nav";
import { NavCommands } from "./nav-commands";
import { ShellSlots } from "./shell-slots";
import { ShortcutProvider } from "./shortcuts";
import { Sidebar } from "./sidebar";

type AppShellProps = {
  nav: readonly NavGroup[];
  /** The workspace switcher, at the top of the sidebar and of the phone's More sheet. */
  workspace: ReactNode;
  /** The user's menu, at the sidebar's foot and in the More sheet. */
  user: ReactNode;
  /** A language toggle for the More sheet; on a desktop it lives in the user's menu. */
  language?: ReactNode;
  /** What stands at the right end of every page's top bar: `LiveDot`, notifications. */
  status?: ReactNode;
  /** From the cookie `sidebarCookie`, so that the first paint is right. */
  defaultCollapsed?: boolean;
  children: ReactNode;
};

/** The frame of a workspace: sidebar on a desktop, bottom bar on a phone, palette and shortcuts everywhere. */
export function AppShell({
  nav,
  workspace,
  user,
  language,
  status,
  defaultCollapsed,
  children,
}: AppShellProps) {
  const t = useTranslations("shell");
  const active = activeItem(nav, usePathname());
  return (
    <ShortcutProvider>
      <CommandProvider>
        <NavCommands nav={nav} />
        <a
          href="#content"
          className="sr-only z-60 rounded-md bg-accent px-3 py-2 text-accent-ink focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
        >
          {t("skip")}
        </a>
        <div data-slot="app-shell" className="flex h-dvh overflow-hidden">
          <Sidebar
            nav={nav}
            active={active?.id}
            workspace={workspace}
            user={user}
            defaultCollapsed={defaultCollapsed ?? false}
          />
          <main
            id="content"
            tabIndex={-1}
            className="flex min-w-0 flex-1 flex-col overflow-y-auto outline-none max-md:pb-[calc(3.5rem+env(safe-area-inset-bottom))]"
          >
            <ShellSlots status={status}>{children}</ShellSlots>
          </main>
          <BottomBar nav={nav} active={active?.id} workspace={workspace} user={user} language={language} />
        </div>
      </CommandProvider>
    </ShortcutProvider>
  );
}
