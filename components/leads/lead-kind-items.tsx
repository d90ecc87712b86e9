"use client";

import { Ban, CircleCheck, Copy, FlaskConical } from "lucide-react";
import { useTranslations } from "next-intl";
import { DropdownMenuItem, DropdownMenuSeparator } from "@/components/ui/dropdown-menu";
import { useMay } from "@/components/workspace/workspace";
import type { LeadCard } from "@/server/crm/leads/contract";
import { leadKinds } from "@/server/pipelines/contract";
import { useSetLeadKind } from "./use-lead-acts";

const icons = { real: <CircleCheck />, duplicate: <Copy />, test: <FlaskConical />, spam: <Ban /> };

/** What a lead may turn out to be, in its menu; nothing for one that was converted. */
export function LeadKindItems({ lead }: { lead: LeadCard }) {
  const t = useTranslations("lead.kind.mark");
  const may = useMay();
  const setKind = useSetLeadKind();
  if (!may("lead.edit", lead) || !may("lead.move", lead) || lead.convertedAt !== null) return null;
  return (
    <>
      {leadKinds
        .filter((one) => one !== lead.kind)
        .map((one) => (
          <DropdownMenuItem key={one} onSelect={() => setKind(lead, one)}>
            {icons[one]}
            {t(one)}
          </DropdownMenuItem>
        ))}
      <DropdownMenuSeparator />
    </>
  );
}
