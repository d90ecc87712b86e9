"use client";

import { Plus, SearchX, SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { parseAsBoolean, useQueryState } from "nuqs";
import { requestIdOf } from "@/components/api/refusal";
import { RecordList } from "@/components/records/record-list";
import { TrashLink } from "@/components/records/trash-link";
import { PageBody, PageHeader } from "@/components/shell/page-header";
import { useShortcut } from "@/components/shell/shortcuts";
import { ImportLink } from "@/components/transfer/import-link";
import { ListExport } from "@/components/transfer/list-export";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Link } from "@/components/ui/link";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import type { List } from "@/server/crm/lists/contract";
import { InList } from "./in-list";
import { ListIcon } from "./list-icons";
import { NewItemDialog } from "./new-item-dialog";
import { useLists } from "./use-lists";

/** One of the organization's own lists: its records, and a form for a new one. */
export function ListPage({ listId }: { listId: string }) {
  const t = useTranslations("lists");
  const query = useLists();
  const list = query.data?.find(({ id }) => id === listId);
  if (list) {
    return (
      <InList listId={listId}>
        <Records key={listId} list={list} />
      </InList>
    );
  }
  return (
    <>
      <PageHeader title={t("title")} />
      <PageBody>
        {query.isPending && <SkeletonRows rows={6} />}
        {query.isError && (
          <ErrorState requestId={requestIdOf(query.error)} onRetry={() => void query.refetch()} />
        )}
        {query.data && <EmptyState icon={<SearchX />} title={t("missing")} text={t("missingText")} />}
      </PageBody>
    </>
  );
}

function Records({ list }: { list: List }) {
  const t = useTranslations("lists");
  const { slug } = useWorkspace();
  const may = useMay();
  const [creating, setCreating] = useQueryState("new", parseAsBoolean.withDefault(false));
  const create = () => void setCreating(true);
  const mayCreate = may("list_item.create");
  useShortcut("c", create, t("newItem"), { group: t("title"), enabled: mayCreate });
  const button = mayCreate && (
    <Button variant="primary" onClick={create} aria-label={t("newItem")}>
      <Plus />
      <span className="max-md:hidden">{t("newItem")}</span>
    </Button>
  );
  return (
    <>
      <PageHeader
        crumbs={[{ label: t("title"), href: `/${slug}/lists` }, { label: list.name }]}
        title={list.name}
        actions={button}
      />
      <RecordList
        entity="list_item"
        within={{ field: "listId", operator: "in", value: [list.id] }}
        actions={
          <>
            <ListExport
              entity="list_item"
              listId={list.id}
              within={{ field: "listId", operator: "in", value: [list.id] }}
            />
            <ImportLink entity="list_item" listId={list.id} />
            {may("fields.edit") && (
              <Button asChild variant="ghost" size="icon">
                <Link
                  href={`/${slug}/settings/fields?of=list_item&list=${list.id}`}
                  aria-label={t("fields")}
                  title={t("fields")}
                >
                  <SlidersHorizontal />
                </Link>
              </Button>
            )}
            <TrashLink entity="list_item" />
          </>
        }
        empty={
          <EmptyState
            icon={<ListIcon name={list.icon} />}
            title={t("nothing")}
            text={t("nothingText")}
            action={button}
          />
        }
      />
      {creating && <NewItemDialog list={list} onClose={() => void setCreating(null)} />}
    </>
  );
}
