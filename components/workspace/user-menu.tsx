"use client";

import { Languages, LogOut, SunMoon, UserRound } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { ShellMenu } from "@/components/shell/shell-menu";
import {
  DropdownMenuItem,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuSub,
  DropdownMenuSubContent,
  DropdownMenuSubTrigger,
} from "@/components/ui/dropdown-menu";
import { toast } from "@/components/ui/toast";
import { useChooseLanguage } from "./language";
import { useWorkspace } from "./workspace";

/** Who is signed in, how the interface looks to them, and the way out. */
export function UserMenu() {
  const t = useTranslations("board.workspace");
  const { user, slug } = useWorkspace();
  return (
    <ShellMenu name={user.name} seed={user.id} text={user.email} label={t("account")}>
      <DropdownMenuItem asChild>
        <Link href={`/${slug}/settings/account`}>
          <UserRound />
          {t("account")}
        </Link>
      </DropdownMenuItem>
      <LanguageItems />
      <ThemeItems />
      <DropdownMenuSeparator />
      <SignOutItem />
    </ShellMenu>
  );
}

function LanguageItems() {
  const t = useTranslations("board.workspace");
  const choose = useChooseLanguage();
  return (
    <DropdownMenuSub>
      <DropdownMenuSubTrigger>
        <Languages />
        {t("language")}
      </DropdownMenuSubTrigger>
      <DropdownMenuSubContent>
        <DropdownMenuRadioGroup
          value={useLocale()}
          onValueChange={(value) => void choose(value === "ru" ? "ru" : "en")}
        >
          <DropdownMenuRadioItem value="en">English</DropdownMenuRadioItem>
          <DropdownMenuRadioItem value="ru">Русский</DropdownMenuRadioItem>
        </DropdownMenuRadioGroup>
      </DropdownMenuSubContent>
    </DropdownMenuSub>
  );
}

function ThemeItems() {
  const t = useTranslations("shell.theme");
  const { theme, setTheme } = useTheme();
  return (
    <DropdownMenuSub>
      <DropdownMenuSubTrigger>
        <SunMoon />
        {t("label")}
      </DropdownMenuSubTrigger>
      <DropdownMenuSubContent>
        <DropdownMenuRadioGroup value={theme ?? "system"} onValueChange={setTheme}>
          <DropdownMenuRadioItem value="light">{t("light")}</DropdownMenuRadioItem>
          <DropdownMenuRadioItem value="dark">{t("dark")}</DropdownMenuRadioItem>
          <DropdownMenuRadioItem value="system">{t("system")}</DropdownMenuRadioItem>
        </DropdownMenuRadioGroup>
      </DropdownMenuSubContent>
    </DropdownMenuSub>
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
