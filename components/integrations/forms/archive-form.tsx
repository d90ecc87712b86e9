"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Archive } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { useWorkspace } from "@/components/workspace/workspace";
import type { Form } from "@/server/webforms/contract";

/** Takes a form out of use. */
export function ArchiveForm({ form: { id, name } }: { form: Form }) {
  const t = useTranslations("integrations.forms");
  const { say } = useRefusals();
  const { slug } = useWorkspace();
  const router = useRouter();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [asking, setAsking] = useState(false);
  const archive = useMutation(
    trpc.webforms.archive.mutationOptions({
      onSuccess: () => {
        toast.success(t("archived"));
        void cache.invalidateQueries(trpc.webforms.list.queryFilter());
        router.push(`/${slug}/settings/forms`);
      },
      onError: (error) => toast.error(say(error)),
    }),
  );
  return (
    <>
      <Button size="sm" variant="ghost" onClick={() => setAsking(true)}>
        <Archive />
        {t("archive")}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("archiveTitle", { name })}
        text={t("archiveText")}
        confirmLabel={t("archiveConfirm")}
        pending={archive.isPending}
        onConfirm={() => archive.mutate({ formId: id })}
      />
    </>
  );
}
