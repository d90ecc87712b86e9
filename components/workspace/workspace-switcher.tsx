"use client";

import { useQuery } from "@tanstack/react-query";
import { Check, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/components/api/trpc";
import { ShellMenu } from "@/components/shell/shell-menu";
import { Avatar } from "@/components/ui/avatar";
import { DropdownMenuItem, DropdownMenuLabel, DropdownMenuSeparator } from "@/components/ui/dropdown-menu";
import { useWorkspace } from "./workspace";

/** The workspace one is in, and the way to one's others. Another one is another page load: nothing is shared. */
export function WorkspaceSwitcher() {
  const t = useTranslations("board.workspace");
  const trpc = useTRPC();
  const { slug, name } = useWorkspace();
  const { data: workspaces = [] } = useQuery(trpc.identity.workspaces.queryOptions());
  return (
    <ShellMenu name={name} seed={slug} square label={t("switch")}>
      <DropdownMenuLabel>{t("yours")}</DropdownMenuLabel>
      {workspaces.map((one) => (
        <DropdownMenuItem key={one.id} asChild>
          <a href={`/${one.slug}/deals`} aria-current={one.slug === slug ? "true" : undefined}>
            <Avatar name={one.name} seed={one.slug} square size="xs" />
            <span className="min-w-0 flex-1 truncate">{one.name}</span>
            {one.slug === slug && <Check />}
          </a>
        </DropdownMenuItem>
      ))}
      <DropdownMenuSeparator />
      <DropdownMenuItem asChild>
        <a href="/onboarding">
          <Plus />
          {t("create")}
        </a>
      </DropdownMenuItem>
    </ShellMenu>
  );
}
