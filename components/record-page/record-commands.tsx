"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useTRPCClient } from "@/components/api/trpc";
import { ListIcon } from "@/components/lists/list-icons";
import { useLists } from "@/components/lists/use-lists";
import { useCommandSource } from "@/components/shell/commands";
import { useWorkspace } from "@/components/workspace/workspace";
import type { Found } from "@/server/crm/records/contract";
import { formatMoney } from "@/server/platform/money";
import type { Entity } from "@/server/platform/permissions";
import { recordHref, recordKinds } from "./kinds";

const ofEachKind = 6;

// Whom one looks for first, what is done with them after.
const order: readonly Entity[] = ["contact", "company", "deal", "lead", "invoice", "product", "list_item"];
const place = ({ entity }: Found) => order.indexOf(entity);

/** Any record in the command palette, on every page: by its name, phone, email or number, in either alphabet. */
export function RecordCommands() {
  const t = useTranslations("record.search");
  const kinds = useTranslations("record.related");
  const api = useTRPCClient();
  const router = useRouter();
  const locale = useLocale();
  const { slug } = useWorkspace();
  const lists = useLists().data ?? [];
  const listOf = ({ glimpse }: Found) => lists.find(({ id }) => id === glimpse.listId);

  function hintOf(found: Found, text: string): string | undefined {
    const { amountMinor, totalMinor, currency } = found.glimpse;
    const worth = amountMinor ?? totalMinor;
    if (typeof worth === "number" && typeof currency === "string")
      return worth > 0 ? formatMoney(worth, currency, locale) : undefined;
    const list = listOf(found);
    return list ? list.name : toldBy(found, text);
  }

  function iconOf(found: Found) {
    const list = listOf(found);
    if (list) return <ListIcon name={list.icon} />;
    const { icon: Icon } = recordKinds[found.entity];
    return <Icon aria-hidden />;
  }

  useCommandSource({
    id: "records",
    label: t("label"),
    search: async (text, signal) => {
      const found = await api.records.search.query(
        { text: text.slice(0, 200), limit: ofEachKind },
        { signal },
      );
      return found
        .toSorted((a, b) => place(a) - place(b))
        .flatMap((one) => {
          const href = recordHref(slug, one);
          if (!href) return [];
          return {
            id: `record-${one.id}`,
            label: one.title,
            group: kinds(one.entity),
            hint: hintOf(one, text),
            icon: iconOf(one),
            run: () => router.push(href),
          };
        });
    },
  });
  return null;
}

// What was typed is shown again, where it can be: of a phone and an email the one that was looked for.
function toldBy({ glimpse }: Found, text: string): string | undefined {
  const told = Object.values(glimpse).filter((one) => typeof one === "string");
  const typed = plain(text);
  return told.find((one) => typed !== "" && plain(one).includes(typed)) ?? told[0];
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s+().-]/g, "")
    .replace(/^0+/, "");
}
