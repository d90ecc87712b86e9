"use client";

import { LayoutList, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { parseAsBoolean, useQueryState } from "nuqs";
import { useState } from "react";
import { requestIdOf } from "@/components/api/refusal";
import { PageBody, PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import type { List } from "@/server/crm/lists/contract";
import { ListDialog } from "./list-dialog";
import { ListIcon } from "./list-icons";
import { ListRow } from "./list-row";
import { useArchivedLists, useListChanges, useLists } from "./use-lists";

/** The organization's own lists, each with how many records it has. */
export function ListsPage() {
  const t = useTranslations("lists");
  const { slug } = useWorkspace();
  const router = useRouter();
  const editable = useMay()("fields.edit");
  const query = useLists();
  const [creating, setCreating] = useQueryState("new", parseAsBoolean.withDefault(false));
  const [renamed, setRenamed] = useState<List | null>(null);
  const lists = query.data ?? [];
  const add = editable && (
    <Button variant="primary" onClick={() => void setCreating(true)} aria-label={t("new")}>
      <Plus />
      <span className="max-md:hidden">{t("new")}</span>
    </Button>
  );
  return (
    <>
      <PageHeader title={t("title")} actions={lists.length > 0 && add} />
      <PageBody className="flex w-full max-w-4xl flex-col gap-4">
        {query.isPending && <SkeletonRows rows={4} />}
        {query.isError && (
          <ErrorState requestId={requestIdOf(query.error)} onRetry={() => void query.refetch()} />
        )}
        {query.data?.length === 0 && (
          <EmptyState
            icon={<LayoutList />}
            title={t("empty")}
            text={t(editable ? "emptyText" : "emptyReadOnly")}
            action={add}
          />
        )}
        {lists.length > 0 && (
          <Card>
            <ul aria-label={t("title")} className="divide-y">
              {lists.map((list) => (
                <ListRow
                  key={list.id}
                  list={list}
                  ids={lists.map((one) => one.id)}
                  editable={editable}
                  onRename={() => setRenamed(list)}
                />
              ))}
            </ul>
          </Card>
        )}
        {editable && <Archived />}
      </PageBody>
      {creating && (
        <ListDialog
          list={null}
          onClose={() => void setCreating(null)}
          onCreated={({ id }) => router.push(`/${slug}/lists/${id}`)}
        />
      )}
      {renamed && <ListDialog list={renamed} onClose={() => setRenamed(null)} />}
    </>
  );
}

function Archived() {
  const t = useTranslations("lists");
  const { data = [] } = useArchivedLists(true);
  const { restore } = useListChanges();
  if (data.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t("archive")} text={t("archiveText")} />
      <ul aria-label={t("archive")} className="divide-y">
        {data.map(({ id, name, icon, count }) => (
          <li key={id} className="flex min-h-12 items-center gap-3 px-4 text-ink-muted [&_svg]:size-4">
            <ListIcon name={icon} />
            <span className="min-w-0 flex-1 truncate">{name}</span>
            <span className="text-sm">{t("count", { count })}</span>
            <Button size="sm" pending={restore.isPending} onClick={() => restore.mutate({ listId: id })}>
              {t("restore")}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
