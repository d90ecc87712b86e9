"use client";

import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { ShellMenu } from "@/components/shell/shell-menu";
import { DropdownMenuItem, DropdownMenuSeparator } from "@/components/ui/dropdown-menu";
import { LanguageItems, ThemeItems } from "@/components/workspace/appearance-items";

export type OperatorCard = { id: string; name: string; email: string };

/** Who operates, how the interface looks to them, and the way back to the workspaces. */
export function OpsMenu({ operator }: { operator: OperatorCard }) {
  const t = useTranslations("ops.menu");
  return (
    <ShellMenu name={operator.name} seed={operator.id} text={operator.email} label={t("label")}>
      <LanguageItems />
      <ThemeItems />
      <DropdownMenuSeparator />
      <DropdownMenuItem asChild>
        <a href="/">
          <LogOut />
          {t("leave")}
        </a>
      </DropdownMenuItem>
    </ShellMenu>
  );
}
