"use client";

import { Kanban, Plus } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useTRPCClient } from "@/components/api/trpc";
import { useCreating } from "@/components/board/use-board-filters";
import { useCommandSource, useCommands } from "@/components/shell/commands";
import { useShortcut } from "@/components/shell/shortcuts";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import { formatMoney } from "@/server/platform/money";

/** Deals in the command palette, on every page: a new one, and any one by its name. */
export function DealCommands() {
  const t = useTranslations("board.commands");
  const api = useTRPCClient();
  const router = useRouter();
  const pathname = usePathname();
  const locale = useLocale();
  const may = useMay();
  const { slug } = useWorkspace();
  const [, setNew] = useCreating();
  const home = `/${slug}/deals`;
  const create = () => {
    if (pathname === home) void setNew(true);
    else router.push(`${home}?new=true`);
  };
  const mayCreate = may("deal.create");
  useShortcut("n", create, t("new"), { group: t("group"), enabled: mayCreate });
  useCommands(
    mayCreate
      ? [{ id: "deal-new", label: t("new"), group: t("group"), icon: <Plus />, shortcut: "n", run: create }]
      : [],
  );
  useCommandSource({
    id: "deals",
    label: t("group"),
    search: async (search, signal) => {
      const { deals } = await api.deals.list.query({ search, limit: 8 }, { signal });
      return deals.map((deal) => ({
        id: `deal-${deal.id}`,
        label: deal.title,
        hint: deal.amountMinor ? formatMoney(deal.amountMinor, deal.currency, locale) : undefined,
        icon: <Kanban />,
        run: () => router.push(`${home}/${deal.id}`),
      }));
    },
  });
  return null;
}
