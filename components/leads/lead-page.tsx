"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { PageBody, PageHeader } from "@/components/shell/page-header";
import { useWorkspace } from "@/components/workspace/workspace";
import { LeadCardView } from "./lead-card-view";
import { LeadMenu } from "./lead-menu";
import { LeadMoves } from "./lead-moves";
import { LeadTextValue } from "./lead-text";
import { useLead } from "./use-lead";

/** A lead on a page of its own, for links and for work in depth. */
export function LeadPage({ leadId }: { leadId: string }) {
  const t = useTranslations("lead");
  const { slug } = useWorkspace();
  const router = useRouter();
  const query = useLead(leadId);
  const leads = `/${slug}/leads`;
  return (
    <LeadMoves>
      <PageHeader
        crumbs={[{ label: t("title"), href: leads }, { label: query.data?.title ?? t("one") }]}
        title={query.data ? <LeadTextValue lead={query.data} field="title" /> : t("one")}
        actions={query.data && <LeadMenu lead={query.data} onDeleted={() => router.push(leads)} />}
      />
      <PageBody className="max-w-6xl">
        <LeadCardView query={query} />
      </PageBody>
    </LeadMoves>
  );
}
