"use client";

import { Plus } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCreating } from "@/components/board/use-board-filters";
import { useCommands } from "@/components/shell/commands";
import { useShortcut } from "@/components/shell/shortcuts";
import { useMay, useWorkspace } from "@/components/workspace/workspace";

/** A new deal, from the command palette and by a key, on every page. */
export function DealCommands() {
  const t = useTranslations("board.commands");
  const router = useRouter();
  const pathname = usePathname();
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
  return null;
}
