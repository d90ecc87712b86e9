"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useTRPC, useTRPCClient } from "@/components/api/trpc";
import { usePages } from "@/components/api/use-pages";
import { useDirectory } from "@/components/deals/use-directory";
import { useLists } from "@/components/lists/use-lists";
import { StageBadge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { useMay } from "@/components/workspace/workspace";
import type { Pointer, RecordData } from "@/server/crm/records/contract";
import type { Filter } from "@/server/filter/tree";
import { formatMoney } from "@/server/platform/money";
import { type Related, recordKinds, relatedElsewhere } from "./kinds";
import { Section } from "./record-fields";
import { RecordLine } from "./record-line";

const page = 5;

/** Records that point at this one by a field of theirs: a company's contacts, a contact's deals, entries of lists. */
export function RelatedSections({ record }: { record: RecordData }) {
  const trpc = useTRPC();
  const may = useMay();
  const titleOf = usePointerTitle();
  const { entity } = record;
  const { data } = useQuery(trpc.records.pointers.queryOptions({ entity }, { staleTime: 300_000 }));
  const { related } = recordKinds[entity];
  const isOf = (list: readonly Related[], one: Pointer) =>
    list.some(({ entity: kind, by }) => kind === one.entity && by === one.field);
  const always = related.map(
    ({ entity: kind, by }): Pointer => ({ entity: kind, field: by, label: null, listId: null }),
  );
  const others = (data ?? []).filter((one) => !isOf(related, one) && !isOf(relatedElsewhere, one));
  return (
    <>
      {always
        .filter((one) => may(`${one.entity}.view`))
        .map((one) => (
          <RelatedSection key={`${one.entity}.${one.field}`} record={record} by={one} title={titleOf(one)} />
        ))}
      {others.map((one) => (
        <RelatedSection
          key={`${one.entity}.${one.field}`}
          record={record}
          by={one}
          title={titleOf(one)}
          quiet
        />
      ))}
    </>
  );
}

function usePointerTitle() {
  const t = useTranslations("record.related");
  const language = useLocale();
  const lists = useLists().data ?? [];
  return ({ entity, label, listId }: Pointer): string => {
    const kind = lists.find(({ id }) => id === listId)?.name ?? t(entity);
    return label ? t("through", { kind, field: label[language] }) : kind;
  };
}

type RelatedProps = {
  record: RecordData;
  by: Pointer;
  title: string;
  /** Not shown while there is none. */
  quiet?: boolean;
};

function RelatedSection({ record, by, title, quiet = false }: RelatedProps) {
  const t = useTranslations("record.related");
  const trpc = useTRPC();
  const api = useTRPCClient();
  const holds: Filter = { field: by.field, operator: "eq", value: record.id };
  const query = {
    entity: by.entity,
    filter: by.listId
      ? { and: [{ field: "listId", operator: "in" as const, value: [by.listId] }, holds] }
      : holds,
    limit: page,
    count: true,
  };
  const list = usePages({
    queryKey: trpc.records.list.infiniteQueryKey(query),
    read: (cursor: string | null, signal) => api.records.list.query({ ...query, cursor }, { signal }),
    first: null,
  });
  const records = list.data?.pages.flatMap((one) => one.records) ?? [];
  const total = list.data?.pages[0]?.total ?? 0;
  if (records.length === 0 && quiet) return null;
  return (
    <Section title={title}>
      {list.data && records.length === 0 && <p className="py-1 text-ink-faint">{t("empty")}</p>}
      <ul className="flex flex-col">
        {records.map((one) => (
          <RelatedRow key={one.id} record={one} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button
          variant="ghost"
          size="sm"
          pending={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t("more", { count: total - records.length })}
        </Button>
      )}
    </Section>
  );
}

function RelatedRow({ record }: { record: RecordData }) {
  const locale = useLocale();
  const { stage } = useDirectory();
  const { amountMinor = record.values.totalMinor, currency, stageId, email, phone } = record.values;
  const on = stage(stageId);
  const hint = [email, phone].find((one) => typeof one === "string");
  return (
    <RecordLine record={record}>
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{record.title}</span>
        {on && (
          <StageBadge colour={on.colour} className="text-sm text-ink-muted">
            {on.name}
          </StageBadge>
        )}
        {!on && typeof hint === "string" && (
          <span className="block truncate text-sm text-ink-muted">{hint}</span>
        )}
      </span>
      {typeof amountMinor === "number" && typeof currency === "string" && amountMinor > 0 && (
        <span className="tabular shrink-0">{formatMoney(amountMinor, currency, locale)}</span>
      )}
    </RecordLine>
  );
}
