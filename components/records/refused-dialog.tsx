"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";
import { requestIdOf, useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { RecordLink } from "@/components/record-page/value-link";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { RefusedRecord } from "@/server/crm/bulk/contract";
import type { Entity } from "@/server/fields/contract";
import { useListFields } from "./use-list-fields";

/** The job whose refused records are shown, `?refused=…`. */
export function useShownRefusals() {
  return useQueryState("refused", parseAsString);
}

/** Which records a change of many left as they were, and why each of them. */
export function RefusedDialog({ entity }: { entity: Entity }) {
  const [jobId, setJobId] = useShownRefusals();
  if (!jobId) return null;
  return <Refused entity={entity} jobId={jobId} onClose={() => void setJobId(null)} />;
}

function Refused({ entity, jobId, onClose }: { entity: Entity; jobId: string; onClose: () => void }) {
  const t = useTranslations("records.bulk");
  const trpc = useTRPC();
  const refused = useQuery(trpc.bulk.refused.queryOptions({ jobId }));
  const reasonOf = useReason(entity);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent title={t("refusedTitle")} description={t("refusedText")}>
        {refused.isPending && <SkeletonRows rows={3} />}
        {refused.isError && (
          <ErrorState requestId={requestIdOf(refused.error)} onRetry={() => void refused.refetch()} />
        )}
        <ul className="flex flex-col">
          {refused.data?.map((one) => (
            <li key={one.id} className="border-b py-2 last:border-b-0">
              <RecordLink entity={one.entity} id={one.id} className="block truncate font-medium">
                {one.title}
              </RecordLink>
              <p className="text-sm text-ink-muted">{reasonOf(one)}</p>
            </li>
          ))}
        </ul>
      </DialogContent>
    </Dialog>
  );
}

// Of a stage that requires fields it is said which of them are lacking.
function useReason(entity: Entity) {
  const { reason } = useRefusals();
  const { fields } = useListFields(entity);
  return ({ code, data }: RefusedRecord): string => {
    const lacking = code === "REQUIRED_FIELDS" ? String(data.fields ?? "").split(",") : [];
    const named = fields.filter((field) => lacking.includes(field.key)).map((field) => field.label);
    return [reason(code, data), named.join(", ")].filter(Boolean).join(" ");
  };
}
