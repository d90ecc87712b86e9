"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";
import { useTRPC } from "@/components/api/trpc";
import { useLists } from "@/components/lists/use-lists";
import { PageBody, PageHeader } from "@/components/shell/page-header";
import { useWorkspace } from "@/components/workspace/workspace";
import { recordPaths } from "@/server/crm/records/contract";
import { RecordBody } from "./record-body";
import { RecordMenu } from "./record-menu";
import { RecordState } from "./record-state";
import { RecordTags } from "./record-tags";
import { RecordTitle } from "./record-title";
import { RecordWatchers } from "./record-watchers";
import { TrashBanner } from "./trash-banner";
import { type RecordRef, useRecord } from "./use-record";

type RecordPageProps = RecordRef & {
  /** Under the header: the way through the stages. */
  head?: ReactNode;
  /** Items of its menu that this kind alone has. */
  menu?: ReactNode;
  /** In place of the title that is edited where it stands, beside it, and in place of the menu. */
  title?: ReactNode;
  aside?: ReactNode;
  actions?: ReactNode;
};

/** A record on a page of its own, of whatever kind. */
export function RecordPage({ head, menu, title, aside, actions, ...ref }: RecordPageProps) {
  const t = useTranslations("record");
  const { slug } = useWorkspace();
  const router = useRouter();
  const query = useRecord(ref);
  useReadNotices(ref.id);
  const { record } = query.data ?? {};
  const listOf = useLists().data?.find(({ id }) => id === record?.values.listId);
  const list = listOf ? `/${slug}/lists/${listOf.id}` : `/${slug}/${recordPaths[ref.entity]}`;
  return (
    <>
      <PageHeader
        crumbs={[
          { label: listOf?.name ?? t(`lists.${ref.entity}`), href: list },
          { label: record?.title ?? t(`kinds.${ref.entity}`) },
        ]}
        title={title ?? (record ? <RecordTitle record={record} /> : t(`kinds.${ref.entity}`))}
        aside={aside}
        actions={
          record && (
            <>
              {!record.deletedAt && <RecordWatchers record={record} />}
              {actions === undefined ? (
                <RecordMenu record={record} onDeleted={() => router.push(list)}>
                  {!record.deletedAt && menu}
                </RecordMenu>
              ) : (
                actions
              )}
            </>
          )
        }
      >
        {record && <RecordTags record={record} />}
      </PageHeader>
      <PageBody className="w-full max-w-7xl">
        <RecordState query={query}>
          {({ record: shown, names }) => (
            <>
              <TrashBanner record={shown} />
              {head && !shown.deletedAt && <div className="mb-4">{head}</div>}
              <RecordBody record={shown} names={names} />
            </>
          )}
        </RecordState>
      </PageBody>
    </>
  );
}

// Whoever looks at the record has read what the bell says of it.
function useReadNotices(recordId: string): void {
  const trpc = useTRPC();
  const { mutate } = useMutation(trpc.notifications.read.mutationOptions());
  useEffect(() => mutate({ recordId }), [mutate, recordId]);
}
