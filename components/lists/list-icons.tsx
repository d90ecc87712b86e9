import {
  Box,
  CalendarDays,
  FileText,
  Inbox,
  LayoutList,
  type LucideIcon,
  UsersRound,
  Wallet,
  Wrench,
} from "lucide-react";
import type { ListIcon as Name } from "@/server/crm/lists/contract";

const icons: Record<Name, LucideIcon> = {
  list: LayoutList,
  inbox: Inbox,
  document: FileText,
  wallet: Wallet,
  box: Box,
  wrench: Wrench,
  calendar: CalendarDays,
  people: UsersRound,
};

/** The icon a list was given. */
export function ListIcon({ name }: { name: Name }) {
  const Icon = icons[name];
  return <Icon aria-hidden className="size-4 shrink-0" />;
}
