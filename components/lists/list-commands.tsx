"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCommands } from "@/components/shell/commands";
import { useWorkspace } from "@/components/workspace/workspace";
import { ListIcon } from "./list-icons";
import { useLists } from "./use-lists";

/** The organization's own lists in the command palette. */
export function ListCommands() {
  const t = useTranslations("lists");
  const router = useRouter();
  const { slug } = useWorkspace();
  const lists = useLists().data ?? [];
  useCommands(
    lists.map(({ id, name, icon }) => ({
      id: `list-${id}`,
      label: name,
      group: t("title"),
      icon: <ListIcon name={icon} />,
      run: () => router.push(`/${slug}/lists/${id}`),
    })),
  );
  return null;
}
