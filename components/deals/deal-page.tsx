"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { PageBody, PageHeader } from "@/components/shell/page-header";
import { useWorkspace } from "@/components/workspace/workspace";
import { DealCardView } from "./deal-card-view";
import { DealMenu } from "./deal-menu";
import { DealMoves } from "./deal-moves";
import { DealTitle } from "./deal-title";
import { useDeal } from "./use-deal";

/** A deal on a page of its own, for links and for work in depth. */
export function DealPage({ dealId }: { dealId: string }) {
  const t = useTranslations("deal");
  const { slug } = useWorkspace();
  const router = useRouter();
  const query = useDeal(dealId);
  const deals = `/${slug}/deals`;
  return (
    <DealMoves>
      <PageHeader
        crumbs={[{ label: t("deals"), href: deals }, { label: query.data?.title ?? t("title") }]}
        title={query.data ? <DealTitle deal={query.data} /> : t("title")}
        actions={query.data && <DealMenu deal={query.data} onDeleted={() => router.push(deals)} />}
      />
      <PageBody className="max-w-6xl">
        <DealCardView query={query} />
      </PageBody>
    </DealMoves>
  );
}
