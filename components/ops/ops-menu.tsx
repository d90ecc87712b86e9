"use client";

import { Languages, LogOut, SunMoon } from "lucide-react";
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
import { useChooseLanguage } from "@/components/workspace/language";

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

function LanguageItems() {
  const t = useTranslations("ops.menu");
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
          {(["light", "dark", "system"] as const).map((name) => (
            <DropdownMenuRadioItem key={name} value={name}>
              {t(name)}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuSubContent>
    </DropdownMenuSub>
  );
}
