"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTRPCClient } from "@/components/api/trpc";
import { useCommandSource, useCommands } from "@/components/shell/commands";
import { useWorkspace } from "@/components/workspace/workspace";
import { ListIcon } from "./list-icons";
import { useLists } from "./use-lists";

/** The organization's own lists in the command palette, and any record of theirs by its title. */
export function ListCommands() {
  const t = useTranslations("lists");
  const api = useTRPCClient();
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
  useCommandSource({
    id: "list-items",
    label: t("items"),
    search: async (text, signal) => {
      const found = await api.records.search.query({ text, entities: ["list_item"] }, { signal });
      return found.map(({ id, title }) => ({
        id: `list-item-${id}`,
        label: title,
        icon: <ListIcon name="document" />,
        run: () => router.push(`/${slug}/list-items/${id}`),
      }));
    },
  });
  return null;
}
