"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { requestIdOf } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { Section } from "@/components/record-page/record-fields";
import { RecordLine } from "@/components/record-page/record-line";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { mostUses, type ProductUse } from "@/server/crm/product-uses/contract";
import type { RecordData } from "@/server/crm/records/contract";

/** The deals and invoices that have the product among their lines. */
export function ProductUses({ record }: { record: RecordData }) {
  const t = useTranslations("products.uses");
  const query = useQuery(useTRPC().products.uses.queryOptions({ productId: record.id }));
  return (
    <Section title={t("title")}>
      {query.isPending && <SkeletonRows rows={2} />}
      {query.isError && !query.data && (
        <ErrorState requestId={requestIdOf(query.error)} onRetry={() => void query.refetch()} />
      )}
      {query.data?.uses.length === 0 && <p className="py-1 text-ink-faint">{t("none")}</p>}
      <ul className="flex flex-col">
        {query.data?.uses.map((use) => (
          <Use key={use.id} use={use} />
        ))}
      </ul>
      {query.data?.more && <p className="pt-1 text-sm text-ink-muted">{t("newest", { count: mostUses })}</p>}
    </Section>
  );
}

function Use({ use }: { use: ProductUse }) {
  const t = useTranslations("record.kinds");
  return (
    <RecordLine record={use}>
      <span className="min-w-0 flex-1 truncate font-medium">{use.title}</span>
      <span className="shrink-0 text-sm text-ink-muted">{t(use.entity)}</span>
    </RecordLine>
  );
}
