"use client";

import { Activity, ListTree, SquareFunction } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AppShell } from "@/components/shell/app-shell";
import type { NavGroup } from "@/components/shell/nav";
import { Avatar } from "@/components/ui/avatar";
import { LanguageToggle } from "@/components/workspace/language-toggle";
import { Elsewhere } from "./elsewhere";
import { type OperatorCard, OpsMenu } from "./ops-menu";
import { RefreshProvider, RefreshToggle } from "./refresh";

type OpsFrameProps = {
  operator: OperatorCard;
  /** Where the functions run: here, or at Inngest, which has pages of its own. */
  engine: "local" | "inngest";
  collapsed: boolean;
  children: ReactNode;
};

/** The shell of the operations pages. */
export function OpsFrame({ operator, engine, collapsed, children }: OpsFrameProps) {
  const nav = useNavigation();
  return (
    <RefreshProvider>
      <AppShell
        nav={nav}
        workspace={<Installation />}
        user={<OpsMenu operator={operator} />}
        language={<LanguageToggle />}
        defaultCollapsed={collapsed}
        status={engine === "local" ? <RefreshToggle /> : null}
      >
        {engine === "local" ? children : <Elsewhere />}
      </AppShell>
    </RefreshProvider>
  );
}

function Installation() {
  const t = useTranslations("ops");
  return (
    <div className="flex h-10 items-center gap-2.5 px-1">
      <Avatar name="Pult" seed="pult" square size="md" className="dark" />
      <span className="min-w-0 group-data-collapsed/sidebar:hidden">
        <span className="block truncate font-semibold text-console-ink">Pult</span>
        <span className="block truncate text-sm text-console-muted">{t("title")}</span>
      </span>
    </div>
  );
}

function useNavigation(): NavGroup[] {
  const t = useTranslations("ops.nav");
  return [
    {
      id: "ops",
      items: [
        { id: "overview", href: "/ops", label: t("overview"), icon: <Activity />, shortcut: "g o" },
        { id: "runs", href: "/ops/runs", label: t("runs"), icon: <ListTree />, shortcut: "g r" },
        {
          id: "functions",
          href: "/ops/functions",
          label: t("functions"),
          icon: <SquareFunction />,
          shortcut: "g f",
        },
      ],
    },
  ];
}
