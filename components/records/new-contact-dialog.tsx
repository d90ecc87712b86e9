"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/components/api/trpc";
import { CompanyPicker, type Party } from "@/components/deals/party-pickers";
import { Field } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import { useWorkspace } from "@/components/workspace/workspace";
import type { CreateDialogProps } from "./create-dialog-props";
import { NewPartyDialog, useCreated } from "./new-party-dialog";

/** A new person: name, phones, emails, company. */
export function NewContactDialog({ onClose }: CreateDialogProps) {
  const t = useTranslations("records.create");
  const trpc = useTRPC();
  const router = useRouter();
  const { slug } = useWorkspace();
  const created = useCreated();
  const [company, setCompany] = useState<Party | null>(null);
  const create = useMutation(trpc.contacts.create.mutationOptions());
  return (
    <NewPartyDialog
      entity="contact"
      pending={create.isPending}
      error={create.error}
      onClose={onClose}
      onSave={(party) =>
        create.mutate(
          { ...party, companyId: company?.id },
          {
            onSuccess: ({ id, name }) => {
              created();
              onClose();
              const run = () => router.push(`/${slug}/contacts/${id}`);
              toast.success(t("created", { name }), { action: { label: t("openIt"), run } });
            },
          },
        )
      }
    >
      <Field label={t("company")}>
        <CompanyPicker value={company} onChange={setCompany} />
      </Field>
    </NewPartyDialog>
  );
}
