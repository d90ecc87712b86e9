"use client";

import { Inbox, Plus } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTRPCClient } from "@/components/api/trpc";
import { useCreating } from "@/components/board/use-board-filters";
import { useCommandSource, useCommands } from "@/components/shell/commands";
import { useMay, useWorkspace } from "@/components/workspace/workspace";

/** Leads in the command palette, on every page: a new one, and any one by its name, phone or email. */
export function LeadCommands() {
  const t = useTranslations("lead");
  const api = useTRPCClient();
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
  useCommandSource({
    id: "leads",
    label: t("title"),
    search: async (search, signal) => {
      const { cards } = await api.leads.list.query({ search, limit: 8 }, { signal });
      return cards.map((lead) => ({
        id: `lead-${lead.id}`,
        label: lead.title,
        hint: lead.name ?? lead.companyName ?? undefined,
        icon: <Inbox />,
        run: () => router.push(`${home}/${lead.id}`),
      }));
    },
  });
  return null;
}
