"use client";

import { useTranslations } from "next-intl";
import { Kbd } from "@/components/ui/kbd";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import { groupBy } from "./group-by";
import type { Shortcut } from "./shortcut";

type ShortcutHelpProps = {
  shortcuts: readonly Shortcut[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** All shortcuts that work right now, by group. */
export function ShortcutHelp({ shortcuts, open, onOpenChange }: ShortcutHelpProps) {
  const t = useTranslations("shell.shortcuts");
  const all = [
    ...shortcuts.map(({ keys, label, group }) => ({ keys, label, group })),
    { keys: "?", label: t("help"), group: undefined },
  ];
  const groups = groupBy(all, (shortcut) => shortcut.group ?? t("general"));
  return (
    <Sheet open={open} onOpenChange={onOpenChange}>
      <SheetContent title={t("title")} description={t("text")} size="sm">
        {[...groups].map(([group, rows]) => (
          <section key={group} className="mb-5">
            <h3 className="mb-1 text-sm font-semibold text-ink-muted">{group}</h3>
            <ul>
              {rows.map((row) => (
                <li key={row.keys} className="flex min-h-8 items-center justify-between gap-3">
                  {row.label}
                  <Kbd keys={row.keys} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </SheetContent>
    </Sheet>
  );
}
