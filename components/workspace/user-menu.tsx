"use client";

import { Gauge, LogOut, UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { ShellMenu } from "@/components/shell/shell-menu";
import { DropdownMenuItem, DropdownMenuSeparator } from "@/components/ui/dropdown-menu";
import { Link } from "@/components/ui/link";
import { toast } from "@/components/ui/toast";
import { LanguageItems, ThemeItems } from "./appearance-items";
import { useWorkspace } from "./workspace";

/** Who is signed in, how the interface looks to them, and the way out. */
export function UserMenu() {
  const t = useTranslations("board.workspace");
  const { user, slug, operator } = useWorkspace();
  return (
    <ShellMenu name={user.name} seed={user.id} text={user.email} label={t("account")}>
      <DropdownMenuItem asChild>
        <Link href={`/${slug}/settings/account`}>
          <UserRound />
          {t("account")}
        </Link>
      </DropdownMenuItem>
      {operator && (
        <DropdownMenuItem asChild>
          <Link href="/ops">
            <Gauge />
            {t("operations")}
          </Link>
        </DropdownMenuItem>
      )}
      <LanguageItems />
      <ThemeItems />
      <DropdownMenuSeparator />
      <SignOutItem />
    </ShellMenu>
  );
}

function SignOutItem() {
  const t = useTranslations("board.workspace");
  const signOut = async () => {
    const answer = await fetch("/api/auth/sign-out", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    }).catch(() => null);
    // A whole page load, so that nothing of the account stays in memory.
    if (answer?.ok) window.location.assign("/sign-in");
    else toast.error(t("signOutFailed"));
  };
  return (
    <DropdownMenuItem onSelect={() => void signOut()}>
      <LogOut />
      {t("signOut")}
    </DropdownMenuItem>
  );
}
