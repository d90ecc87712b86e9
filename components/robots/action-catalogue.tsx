"use client";

import { ChevronRight } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ActionInfo } from "@/server/automation/contract";
import { ActionIcon } from "./action-icon";

const groups = ["people", "client", "deal", "other"] as const;
type Group = (typeof groups)[number];

const groupOf: Readonly<Record<string, Group>> = {
  activity: "people",
  member: "people",
  email: "client",
  invoice: "client",
  field: "deal",
  record: "deal",
};

type ActionCatalogueProps = { actions: readonly ActionInfo[]; onPick: (action: ActionInfo) => void };

/** What a robot can do, by whom it is for. */
export function ActionCatalogue({ actions, onPick }: ActionCatalogueProps) {
  const t = useTranslations("robots.catalogue");
  const locale = useLocale();
  const within = (group: Group) =>
    actions.filter((action) => (groupOf[action.type.split(".")[0] ?? ""] ?? "other") === group);
  return (
    <div className="flex flex-col gap-5 pt-1">
      {groups
        .filter((group) => within(group).length > 0)
        .map((group) => (
          <section key={group} aria-label={t(group)}>
            <h3 className="mb-1.5 text-sm font-medium text-ink-muted">{t(group)}</h3>
            <ul className="flex flex-col gap-1.5">
              {within(group).map((action) => (
                <li key={action.type}>
                  <button
                    type="button"
                    onClick={() => onPick(action)}
                    className="flex w-full items-center gap-3 rounded-lg bg-surface p-2.5 text-left shadow-low transition-colors hover:bg-sunken dark:bg-bg dark:hover:bg-line"
                  >
                    <ActionIcon icon={action.icon} />
                    <span className="min-w-0 flex-1">
                      <span className="block font-semibold">{action.label[locale]}</span>
                      <span className="block text-ink-muted">{action.hint[locale]}</span>
                    </span>
                    <ChevronRight className="size-4 shrink-0 text-ink-faint" />
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  );
}
