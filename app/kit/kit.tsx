"use client";

import { ChartColumn, Handshake, LogOut, Plus, Settings, Users, Zap } from "lucide-react";
import { useLocale } from "next-intl";
import { AppShell } from "@/components/shell/app-shell";
import { LiveDot } from "@/components/shell/live-dot";
import { PageBody, PageHeader } from "@/components/shell/page-header";
import { ShellMenu } from "@/components/shell/shell-menu";
import { ThemeToggle } from "@/components/shell/theme-toggle";
import { Button } from "@/components/ui/button";
import { DropdownMenuItem, DropdownMenuLabel } from "@/components/ui/dropdown-menu";
import { Controls } from "./controls";
import { DataShow } from "./data-show";
import { Forms } from "./forms";
import { Overlays } from "./overlays";
import { samples } from "./samples";

/** The kit inside the real shell, in the language of the reader. */
export function Kit() {
  const s = samples(useLocale());
  const nav = [
    {
      id: "work",
      items: [
        { id: "deals", href: "/kit", label: s.deals, icon: <Handshake />, badge: 12, shortcut: "g d" },
        { id: "robots", href: "/kit/robots", label: s.automation, icon: <Zap />, shortcut: "g a" },
        { id: "reports", href: "/kit/reports", label: s.reports, icon: <ChartColumn /> },
      ],
    },
    {
      id: "house",
      label: s.workspace,
      items: [
        { id: "members", href: "/kit/members", label: s.members, icon: <Users />, shortcut: "g m" },
        { id: "settings", href: "/kit/settings", label: s.settings, icon: <Settings />, shortcut: "g s" },
      ],
    },
  ];
  const workspace = (
    <ShellMenu name={s.company} seed="org" text={s.plan} square label={s.workspace}>
      <DropdownMenuLabel>{s.workspace}</DropdownMenuLabel>
      <DropdownMenuItem>{s.company}</DropdownMenuItem>
    </ShellMenu>
  );
  const user = (
    <ShellMenu name={s.people[0]?.label ?? ""} seed="anna" text={s.people[0]?.hint} label={s.members}>
      <div className="p-1">
        <ThemeToggle />
      </div>
      <DropdownMenuItem>
        <LogOut />
        {s.signOut}
      </DropdownMenuItem>
    </ShellMenu>
  );
  return (
    <AppShell nav={nav} workspace={workspace} user={user} status={<LiveDot state="live" />}>
      <PageHeader
        title={s.deals}
        crumbs={[{ label: s.company, href: "/kit" }, { label: s.deals }]}
        actions={
          <Button variant="primary">
            <Plus />
            {s.newDeal}
          </Button>
        }
      />
      <PageBody className="grid grid-cols-1 content-start gap-4 xl:grid-cols-2">
        <Controls />
        <Forms />
        <DataShow />
        <Overlays />
      </PageBody>
    </AppShell>
  );
}
