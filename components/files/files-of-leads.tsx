"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/components/api/trpc";
import { Link } from "@/components/ui/link";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import { FileRow } from "./file-row";
import { useFiles } from "./use-files";

/** The files of the leads that a deal was made of: they stay with the lead, and are looked at here too. */
export function FilesOfLeads({ dealId }: { dealId: string }) {
  const trpc = useTRPC();
  const may = useMay()("lead.view");
  const leads = useQuery(
    trpc.records.list.queryOptions(
      {
        entity: "lead",
        filter: { field: "dealId", operator: "eq", value: dealId },
        columns: [],
        limit: 5,
      },
      { enabled: may },
    ),
  );
  return leads.data?.records.map((lead) => <OfLead key={lead.id} lead={lead} />);
}

function OfLead({ lead }: { lead: { id: string; title: string } }) {
  const t = useTranslations("files");
  const { slug } = useWorkspace();
  const { query } = useFiles(lead.id);
  if (!query.data || query.data.length === 0) return null;
  return (
    <section aria-label={t("ofLead", { title: lead.title })} className="mt-4">
      <h3 className="mb-1 text-sm font-semibold text-ink-muted">
        <Link href={`/${slug}/leads/${lead.id}`} className="hover:underline">
          {t("ofLead", { title: lead.title })}
        </Link>
      </h3>
      <ul className="flex flex-col">
        {query.data.map((file) => (
          <FileRow key={file.id} file={file} acts={null} />
        ))}
      </ul>
    </section>
  );
}
