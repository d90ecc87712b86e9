"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { refusalOf, useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { InlineAlert } from "@/components/ui/inline-alert";
import { SkeletonRows } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { useWorkspace } from "@/components/workspace/workspace";
import type { LeadCard } from "@/server/crm/leads/contract";
import {
  type ConversionDraft,
  companiesIn,
  conversionOf,
  isReady,
  proposed,
  proposedCompany,
} from "./conversion-draft";
import { DealPart } from "./deal-part";
import { PartyPart } from "./party-part";
import { useRefreshLeads, useReturnLead } from "./use-lead-acts";

/** Asks what a lead becomes: people already known are offered, and what will be made is said. */
export function ConvertDialog({ lead, onClose }: { lead: LeadCard; onClose: () => void }) {
  const t = useTranslations("lead.convert");
  const trpc = useTRPC();
  const form = useId();
  const refusals = useRefusals();
  const offer = useQuery(trpc.leads.offer.queryOptions({ leadId: lead.id }, { staleTime: 0 }));
  const pipelines = useQuery(trpc.pipelines.list.queryOptions({ entity: "deal" }));
  const [changed, setChanged] = useState<ConversionDraft | null>(null);
  const ready = offer.data && !offer.isFetching && pipelines.data;
  const draft = changed ?? (ready ? proposed(lead, offer.data, pipelines.data[0]?.id ?? "") : null);
  const { convert, error, pending } = useConvert(lead, onClose);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft && isReady(draft)) convert(draft);
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t("title")}
        description={t("text", { title: lead.title })}
        footer={
          <>
            <Button onClick={onClose}>{t("cancel")}</Button>
            <Button
              variant="primary"
              type="submit"
              form={form}
              pending={pending}
              disabled={!draft || !isReady(draft)}
            >
              {t("confirm")}
            </Button>
          </>
        }
      >
        {offer.isError && <ErrorState onRetry={() => void offer.refetch()} />}
        {!draft && !offer.isError && <SkeletonRows rows={5} />}
        {draft && offer.data && (
          <form id={form} onSubmit={submit} className="flex flex-col gap-5">
            {error && <InlineAlert tone="danger">{refusals.say(error)}</InlineAlert>}
            <DealPart
              value={draft.deal}
              currency={lead.currency}
              pipelines={pipelines.data ?? []}
              onChange={(deal) => setChanged({ ...draft, deal })}
            />
            <PartyPart
              kind="contact"
              value={draft.contact}
              fallback={lead.name ?? ""}
              known={offer.data.contacts.map((one) => ({
                id: one.id,
                name: one.name,
                hint: [t(`known.${one.by}`, { reach: one[one.by] ?? "" }), one.companyName]
                  .filter(Boolean)
                  .join(" · "),
              }))}
              onChange={(contact) => {
                const person = offer.data.contacts.find(
                  (one) => contact.as === "known" && one.id === contact.id,
                );
                const company = proposedCompany(lead, offer.data, person?.companyId ?? null);
                setChanged({ ...draft, contact, company: person ? company : draft.company });
              }}
            />
            <PartyPart
              kind="company"
              value={draft.company}
              fallback={lead.companyName ?? ""}
              known={companiesIn(offer.data)}
              onChange={(company) => setChanged({ ...draft, company })}
            />
            <Outcome draft={draft} />
          </form>
        )}
      </DialogContent>
    </Dialog>
  );
}

function Outcome({ draft: { deal, contact, company } }: { draft: ConversionDraft }) {
  const t = useTranslations("lead.convert.will");
  const made = [
    deal.wanted && t("deal"),
    contact.as === "new" && t("contact"),
    company.as === "new" && t("company"),
  ].filter((part) => part !== false);
  return (
    <p className="rounded-md bg-sunken px-3 py-2.5 text-ink-muted">
      {made.length > 0 ? t("make", { what: made.join(", ") }) : t("nothing")} {t("carried")}
    </p>
  );
}

function useConvert(lead: LeadCard, onClose: () => void) {
  const t = useTranslations("lead.convert");
  const trpc = useTRPC();
  const router = useRouter();
  const { slug } = useWorkspace();
  const refresh = useRefreshLeads();
  const { returnLead } = useReturnLead();
  const mutation = useMutation(
    trpc.leads.convert.mutationOptions({
      onSuccess: ({ dealId }) => {
        onClose();
        toast.success(t("done", { title: lead.title }), {
          id: `convert-${lead.id}`,
          undo: () => void returnLead(lead),
          ...(dealId && {
            action: { label: t("openDeal"), run: () => router.push(`/${slug}/deals/${dealId}`) },
          }),
        });
      },
      onError: (error) => {
        // Somebody else was faster: what they made of it is what there is to see.
        if (refusalOf(error)?.code === "LEAD_CONVERTED") onClose();
      },
      onSettled: refresh,
    }),
  );
  return {
    convert: (draft: ConversionDraft) => mutation.mutate(conversionOf(lead, draft)),
    error: mutation.error,
    pending: mutation.isPending,
  };
}
