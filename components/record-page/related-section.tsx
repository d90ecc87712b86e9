"use client";

import { useLocale, useTranslations } from "next-intl";
import { useTRPC, useTRPCClient } from "@/components/api/trpc";
import { usePages } from "@/components/api/use-pages";
import { useDirectory } from "@/components/deals/use-directory";
import { StageBadge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import type { RecordData } from "@/server/crm/records/contract";
import { formatMoney } from "@/server/platform/money";
import { type Related, recordHref, recordKinds } from "./kinds";
import { Section } from "./record-fields";

const page = 5;

/** Records that point at this one by a field of theirs: a company's contacts, a contact's deals. */
export function RelatedSection({ record, related }: { record: RecordData; related: Related }) {
  const t = useTranslations("record.related");
  const may = useMay();
  const list = useRelated(record, related, may(`${related.entity}.view`));
  const none = list.data?.pages[0]?.records.length === 0;
  if (!may(`${related.entity}.view`) || (related.quiet && (!list.data || none))) return null;
  return (
    <Section title={t(related.entity)}>
      <RelatedList list={list} />
    </Section>
  );
}

function useRelated(record: RecordData, related: Related, enabled: boolean) {
  const trpc = useTRPC();
  const api = useTRPCClient();
  const query = {
    entity: related.entity,
    filter: { field: related.by, operator: "eq" as const, value: record.id },
    limit: page,
    count: true,
  };
  return usePages({
    queryKey: trpc.records.list.infiniteQueryKey(query),
    read: (cursor: string | null, signal) => api.records.list.query({ ...query, cursor }, { signal }),
    first: null,
    enabled,
  });
}

function RelatedList({ list }: { list: ReturnType<typeof useRelated> }) {
  const t = useTranslations("record.related");
  const records = list.data?.pages.flatMap((one) => one.records) ?? [];
  const total = list.data?.pages[0]?.total ?? 0;
  if (list.data && records.length === 0) return <p className="py-1 text-ink-faint">{t("empty")}</p>;
  return (
    <>
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
    </>
  );
}

function RelatedRow({ record }: { record: RecordData }) {
  const { slug } = useWorkspace();
  const locale = useLocale();
  const { stage } = useDirectory();
  const { icon: Icon } = recordKinds[record.entity];
  const { amountMinor, currency, stageId, email, phone } = record.values;
  const on = stage(stageId);
  const hint = [email, phone].find((one) => typeof one === "string");
  return (
    <li className="border-b last:border-b-0">
      <Link
        href={recordHref(slug, record) ?? "#"}
        className="flex min-h-9 items-center gap-2.5 rounded-md py-1 hover:bg-ink/5"
      >
        <Icon aria-hidden className="size-4 shrink-0 text-ink-muted" />
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
      </Link>
    </li>
  );
}
