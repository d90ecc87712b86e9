"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Link } from "@/components/ui/link";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import type { Operation } from "@/server/platform/permissions";

const tabs = [
  { key: "general", path: "" },
  { key: "members", path: "/members" },
  { key: "lossReasons", path: "/loss-reasons" },
  { key: "import", path: "/import" },
  { key: "fields", path: "/fields" },
  { key: "trash", path: "/trash" },
  { key: "forms", path: "/forms", needs: "forms.edit" },
  { key: "api", path: "/api" },
  { key: "webhooks", path: "/webhooks", needs: "integrations.edit" },
  { key: "invoices", path: "/invoices" },
  { key: "currencies", path: "/currencies" },
  { key: "tags", path: "/tags" },
  { key: "account", path: "/account" },
] as const satisfies { key: string; path: string; needs?: Operation }[];

/** The pages of the settings, as links that look like tabs. */
export function SettingsTabs() {
  const t = useTranslations("settings.tabs");
  const { slug } = useWorkspace();
  const here = usePathname();
  const may = useMay();
  return (
    <nav
      aria-label={t("label")}
      className="-mb-2 flex w-full gap-3 overflow-x-auto shadow-[inset_0_-1px_var(--line)] [scrollbar-width:none]"
    >
      {tabs.map((tab) => {
        const { key, path } = tab;
        if ("needs" in tab && !may(tab.needs)) return null;
        const href = `/${slug}/settings${path}`;
        const current = here === href || (path !== "" && here.startsWith(`${href}/`));
        return (
          <Link
            key={key}
            href={href}
            ref={current ? show : undefined}
            aria-current={current ? "page" : undefined}
            className={cn(
              "flex h-9 shrink-0 items-center rounded-t-sm border-b-2 px-1 border-transparent font-medium text-ink-muted -outline-offset-2 hover:text-ink max-md:h-11",
              current && "border-accent text-ink",
            )}
          >
            {t(key)}
          </Link>
        );
      })}
    </nav>
  );
}

// On a phone the last tabs lie beyond the edge.
function show(tab: HTMLAnchorElement | null) {
  tab?.scrollIntoView({ inline: "center", block: "nearest" });
}
