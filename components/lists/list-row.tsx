"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Link } from "@/components/ui/link";
import { useWorkspace } from "@/components/workspace/workspace";
import type { CountedList } from "@/server/crm/lists/contract";
import { ListIcon } from "./list-icons";
import { useListChanges } from "./use-lists";

type ListRowProps = {
  list: CountedList;
  /** Every live list, in order. */
  ids: readonly string[];
  editable: boolean;
  onRename: () => void;
};

/** A list among the others: where it leads, how much is in it, what can be done with it. */
export function ListRow({ list, ids, editable, onRename }: ListRowProps) {
  const t = useTranslations("lists");
  const { slug } = useWorkspace();
  const { archive, reorder } = useListChanges();
  const { id, name, icon, count } = list;
  const place = ids.indexOf(id);
  const moveTo = (to: number) => reorder.mutate({ listIds: ids.toSpliced(place, 1).toSpliced(to, 0, id) });
  return (
    <li className="relative flex min-h-12 items-center gap-3 px-4 hover:bg-ink/3 [&>svg]:size-4 [&>svg]:text-ink-muted">
      <ListIcon name={icon} />
      <Link
        href={`/${slug}/lists/${id}`}
        className="min-w-0 flex-1 truncate font-medium after:absolute after:inset-0"
      >
        {name}
      </Link>
      <span className="text-sm text-ink-muted">{t("count", { count })}</span>
      {editable && (
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <Button size="icon-sm" variant="ghost" className="relative" aria-label={t("menu", { name })}>
              <Ellipsis />
            </Button>
          </DropdownMenuTrigger>
          <DropdownMenuContent align="end">
            <DropdownMenuItem onSelect={onRename}>{t("edit")}</DropdownMenuItem>
            <DropdownMenuItem asChild>
              <Link href={`/${slug}/settings/fields?of=list_item&list=${id}`}>{t("fields")}</Link>
            </DropdownMenuItem>
            {place > 0 && (
              <DropdownMenuItem onSelect={() => moveTo(place - 1)}>{t("moveUp")}</DropdownMenuItem>
            )}
            {place < ids.length - 1 && (
              <DropdownMenuItem onSelect={() => moveTo(place + 1)}>{t("moveDown")}</DropdownMenuItem>
            )}
            <DropdownMenuSeparator />
            <DropdownMenuItem onSelect={() => archive.mutate({ listId: id })}>
              {t("toArchive")}
            </DropdownMenuItem>
          </DropdownMenuContent>
        </DropdownMenu>
      )}
    </li>
  );
}
