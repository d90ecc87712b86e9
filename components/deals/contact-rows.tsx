"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { valueHref } from "@/components/record-page/value-href";
import { OutsideLink } from "@/components/record-page/value-link";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { useMay } from "@/components/workspace/workspace";
import type { Contact } from "@/server/crm/contacts/contract";
import { InlineText } from "./inline-text";

const ways = ["email", "phone"] as const;
type Way = (typeof ways)[number];

/** How to reach the deal's contact: robots write to this address, people call this number. */
export function ContactRows({ contactId }: { contactId: string }) {
  const trpc = useTRPC();
  const contact = useQuery(trpc.contacts.get.queryOptions({ contactId }));
  if (!contact.data) return null;
  return ways.map((way) => <WayRow key={way} way={way} contact={contact.data} />);
}

function WayRow({ way, contact }: { way: Way; contact: Contact }) {
  const t = useTranslations("deal");
  const trpc = useTRPC();
  const client = useQueryClient();
  const may = useMay();
  const { say, fields } = useRefusals();
  const [draft, setDraft] = useState("");
  const value = contact[way];
  const label = t(`contact.${way}`);
  const href = valueHref({ key: way, type: "text" }, value);
  const update = useMutation(
    trpc.contacts.update.mutationOptions({
      onSuccess: (saved) => {
        client.setQueryData(trpc.contacts.get.queryKey({ contactId: contact.id }), saved);
        toast.success(t("saved", { field: label }), { id: `saved-${contact.id}-${way}` });
      },
    }),
  );
  const save = async () => {
    if (draft.trim() === (value ?? "")) return true;
    return update.mutateAsync({ contactId: contact.id, changes: { [way]: draft } }).then(
      () => true,
      () => false,
    );
  };
  const fault = update.error ? (fields(update.error)[`changes.${way}`] ?? say(update.error)) : undefined;
  return (
    <div className="grid min-h-9 grid-cols-[8rem_1fr] items-center gap-2 max-md:grid-cols-[7rem_1fr]">
      <span className="text-ink-muted">{label}</span>
      <div className="min-w-0 pl-2.5">
        <InlineText
          shown={
            href ? (
              <OutsideLink href={href} className="truncate">
                {value}
              </OutsideLink>
            ) : (
              (value ?? <span className="text-ink-muted">{t("contact.add")}</span>)
            )
          }
          leads={href !== null}
          label={`${label}: ${value ?? t("contact.add")}`}
          disabled={!may("contact.edit")}
          pending={update.isPending}
          error={fault}
          saveLabel={t("contact.save")}
          editor={
            <Input
              autoFocus
              type={way === "email" ? "email" : "tel"}
              aria-label={label}
              value={draft}
              onChange={(event) => setDraft(event.target.value)}
            />
          }
          onStart={() => {
            update.reset();
            setDraft(value ?? "");
          }}
          onSave={save}
        />
      </div>
    </div>
  );
}
