"use client";

import {
  Bot,
  Building2,
  CalendarCheck,
  Inbox,
  Kanban,
  LayoutList,
  Package,
  ReceiptText,
  Settings,
  Split,
  UserRound,
  Users,
} from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DealCommands } from "@/components/deals/deal-commands";
import { LeadCommands } from "@/components/leads/lead-commands";
import { ListCommands } from "@/components/lists/list-commands";
import { LiveProvider } from "@/components/live/live-provider";
import { LiveStatus } from "@/components/live/live-status";
import { RecordCommands } from "@/components/record-page/record-commands";
import { AppShell } from "@/components/shell/app-shell";
import type { NavGroup } from "@/components/shell/nav";
import { ImportCommands } from "@/components/transfer/import-commands";
import { LanguageToggle } from "./language-toggle";
import { NotificationBell } from "./notification-bell";
import { UserMenu } from "./user-menu";
import { type Workspace, WorkspaceProvider } from "./workspace";
import { WorkspaceSwitcher } from "./workspace-switcher";

type WorkspaceFrameProps = { workspace: Workspace; collapsed: boolean; children: ReactNode };

/** A workspace's shell: where one can go, who one is, and what has just happened. */
export function WorkspaceFrame({ workspace, collapsed, children }: WorkspaceFrameProps) {
  const nav = useNavigation(workspace.slug);
  return (
    <WorkspaceProvider value={workspace}>
      <LiveProvider slug={workspace.slug}>
        <AppShell
          nav={nav}
          workspace={<WorkspaceSwitcher />}
          user={<UserMenu />}
          language={<LanguageToggle />}
          defaultCollapsed={collapsed}
          status={
            <>
              <LiveStatus />
              <NotificationBell />
            </>
          }
        >
          <DealCommands />
          <ImportCommands />
          <LeadCommands />
          <ListCommands />
          <RecordCommands />
          {children}
        </AppShell>
      </LiveProvider>
    </WorkspaceProvider>
  );
}

function useNavigation(slug: string): NavGroup[] {
  const t = useTranslations("board.nav");
  return [
    {
      id: "work",
      items: [
        { id: "leads", href: `/${slug}/leads`, label: t("leads"), icon: <Inbox />, shortcut: "g l" },
        { id: "deals", href: `/${slug}/deals`, label: t("deals"), icon: <Kanban />, shortcut: "g d" },
        {
          id: "activities",
          href: `/${slug}/activities`,
          label: t("activities"),
          icon: <CalendarCheck />,
          shortcut: "g y",
        },
        {
          id: "contacts",
          href: `/${slug}/contacts`,
          label: t("contacts"),
          icon: <UserRound />,
          shortcut: "g c",
        },
        {
          id: "companies",
          href: `/${slug}/companies`,
          label: t("companies"),
          icon: <Building2 />,
          shortcut: "g o",
        },
        {
          id: "products",
          href: `/${slug}/products`,
          label: t("products"),
          icon: <Package />,
          shortcut: "g u",
        },
        {
          id: "invoices",
          href: `/${slug}/invoices`,
          label: t("invoices"),
          icon: <ReceiptText />,
          shortcut: "g i",
        },
        {
          id: "lists",
          href: `/${slug}/lists`,
          label: t("lists"),
          icon: <LayoutList />,
          shortcut: "g t",
        },
        {
          id: "automation",
          href: `/${slug}/automation`,
          label: t("automation"),
          icon: <Bot />,
          shortcut: "g a",
        },
        {
          id: "pipelines",
          href: `/${slug}/pipelines`,
          label: t("pipelines"),
          icon: <Split />,
          shortcut: "g p",
        },
      ],
    },
    {
      id: "workspace",
      label: t("workspace"),
      items: [
        {
          id: "members",
          href: `/${slug}/settings/members`,
          label: t("members"),
          icon: <Users />,
          shortcut: "g m",
        },
        {
          id: "settings",
          href: `/${slug}/settings`,
          label: t("settings"),
          icon: <Settings />,
          shortcut: "g s",
        },
      ],
    },
  ];
}
