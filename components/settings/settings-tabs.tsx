"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { useWorkspace } from "@/components/workspace/workspace";

const tabs = [
  { key: "general", path: "" },
  { key: "members", path: "/members" },
  { key: "lossReasons", path: "/loss-reasons" },
  { key: "fields", path: "/fields" },
  { key: "trash", path: "/trash" },
  { key: "tags", path: "/tags" },
  { key: "account", path: "/account" },
] as const;

/** The pages of the settings, as links that look like tabs. */
export function SettingsTabs() {
  const t = useTranslations("settings.tabs");
  const { slug } = useWorkspace();
  const here = usePathname();
  return (
    <nav
      aria-label={t("label")}
      className="-mb-2 flex w-full gap-5 overflow-x-auto shadow-[inset_0_-1px_var(--line)] [scrollbar-width:none]"
    >
      {tabs.map(({ key, path }) => {
        const href = `/${slug}/settings${path}`;
        const current = here === href;
        return (
          <Link
            key={key}
            href={href}
            ref={current ? show : undefined}
            aria-current={current ? "page" : undefined}
            className={cn(
              "flex h-9 shrink-0 items-center border-b-2 border-transparent font-medium text-ink-muted -outline-offset-2 hover:text-ink max-md:h-11",
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
