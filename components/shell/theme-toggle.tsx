"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";
import { Segmented } from "@/components/ui/segmented";

const icons = { light: <Sun />, dark: <Moon />, system: <Monitor /> };
const themes = ["light", "dark", "system"] as const;

/** Light, dark, or as the device says. */
export function ThemeToggle({ className }: { className?: string }) {
  const t = useTranslations("shell.theme");
  const { theme, setTheme } = useTheme();
  const mounted = useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
  const current = themes.find((name) => name === theme) ?? "system";
  return (
    <Segmented
      className={className}
      label={t("label")}
      iconsOnly
      segments={themes.map((name) => ({ value: name, label: t(name), icon: icons[name] }))}
      value={mounted ? current : "system"}
      onValueChange={setTheme}
    />
  );
}
