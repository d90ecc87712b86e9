"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/components/api/trpc";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { useWorkspace } from "@/components/workspace/workspace";
import type { CreateDialogProps } from "./create-dialog-props";
import { NewPartyDialog, useCreated } from "./new-party-dialog";

/** A new organisation: name, phones, emails, site. */
export function NewCompanyDialog({ onClose }: CreateDialogProps) {
  const t = useTranslations("records.create");
  const trpc = useTRPC();
  const router = useRouter();
  const { slug } = useWorkspace();
  const created = useCreated();
  const [site, setSite] = useState("");
  const create = useMutation(trpc.companies.create.mutationOptions());
  return (
    <NewPartyDialog
      entity="company"
      pending={create.isPending}
      error={create.error}
      onClose={onClose}
      onSave={(party) =>
        create.mutate(
          { ...party, ...(site.trim() && { site: site.trim() }) },
          {
            onSuccess: ({ id, name }) => {
              created();
              onClose();
              const run = () => router.push(`/${slug}/companies/${id}`);
              toast.success(t("created", { name }), { action: { label: t("openIt"), run } });
            },
          },
        )
      }
    >
      <Field label={t("site")}>
        <Input
          type="url"
          value={site}
          maxLength={300}
          autoComplete="off"
          onChange={(event) => setSite(event.target.value)}
        />
      </Field>
    </NewPartyDialog>
  );
}
