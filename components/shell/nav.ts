import type { ReactNode } from "react";

/** One entry of the workspace's navigation. */
export type NavItem = {
  id: string;
  href: string;
  label: string;
  /** An element, not a component, so that a server layout can pass it. */
  icon: ReactNode;
  /** A count beside the label; null or 0 shows nothing. */
  badge?: number | null;
  /** A sequence that goes there, such as "g d". */
  shortcut?: string;
};

export type NavGroup = { id: string; label?: string; items: readonly NavItem[] };

/** The item that a path belongs to: the longest address that begins it. */
export function activeItem(groups: readonly NavGroup[], pathname: string) {
  return groups
    .flatMap((group) => group.items)
    .filter((item) => pathname === item.href || pathname.startsWith(`${item.href}/`))
    .toSorted((a, b) => b.href.length - a.href.length)[0];
}
