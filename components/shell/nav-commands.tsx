"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCommands } from "./commands";
import type { NavGroup, NavItem } from "./nav";
import { useShortcut } from "./shortcuts";

/** Makes every place of the navigation reachable by palette and by its sequence of keys. */
export function NavCommands({ nav }: { nav: readonly NavGroup[] }) {
  const t = useTranslations("shell.commands");
  const router = useRouter();
  const items = nav.flatMap((group) => group.items);
  useCommands(
    items.map((item) => ({
      id: `go-${item.id}`,
      label: item.label,
      group: t("goTo"),
      icon: item.icon,
      shortcut: item.shortcut,
      run: () => router.push(item.href as Route),
    })),
  );
  return items.map((item) => item.shortcut && <NavShortcut key={item.id} item={item} keys={item.shortcut} />);
}

function NavShortcut({ item, keys }: { item: NavItem; keys: string }) {
  const t = useTranslations("shell.commands");
  const router = useRouter();
  useShortcut(keys, () => router.push(item.href as Route), item.label, { group: t("goTo") });
  return null;
}
