"use client";

import { Plus } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCreating } from "@/components/board/use-board-filters";
import { useCommands } from "@/components/shell/commands";
import { useMay, useWorkspace } from "@/components/workspace/workspace";

/** A new lead, from the command palette on every page. */
export function LeadCommands() {
  const t = useTranslations("lead");
  const router = useRouter();
  const pathname = usePathname();
  const may = useMay();
  const { slug } = useWorkspace();
  const [, setNew] = useCreating();
  const home = `/${slug}/leads`;
  const create = () => {
    if (pathname === home) void setNew(true);
    else router.push(`${home}?new=true`);
  };
  useCommands(
    may("lead.create")
      ? [{ id: "lead-new", label: t("new.open"), group: t("title"), icon: <Plus />, run: create }]
      : [],
  );
  return null;
}
