"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { ActionIcon } from "./action-icon";

const examples = [
  ["mail", "email"],
  ["list-checks", "call"],
  ["bell", "tell"],
] as const;

/** Says what robots are to somebody who has none yet. */
export function AboutRobots() {
  const t = useTranslations("robots.about");
  return (
    <Card className="p-5">
      <h2 className="text-lg font-semibold">{t("title")}</h2>
      <p className="mt-1 max-w-2xl text-ink-muted">{t("text")}</p>
      <ul className="mt-4 grid gap-3 md:grid-cols-3">
        {examples.map(([icon, name]) => (
          <li key={name} className="flex items-start gap-2.5">
            <ActionIcon icon={icon} />
            <p className="pt-1.5">{t(name)}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
