"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { Button } from "@/components/ui/button";
import { InlineAlert } from "@/components/ui/inline-alert";
import { toast } from "@/components/ui/toast";

/** Joins the workspace of an invitation and goes there. */
export function AcceptButton({ token, workspace }: { token: string; workspace: string }) {
  const t = useTranslations("auth.invitation");
  const trpc = useTRPC();
  const router = useRouter();
  const { say } = useRefusals();
  const accept = useMutation(
    trpc.identity.acceptInvitation.mutationOptions({
      onSuccess: ({ slug }) => {
        toast.success(t("joined", { workspace }));
        router.push(`/${slug}/deals`);
      },
    }),
  );
  return (
    <>
      {accept.error && <InlineAlert tone="danger">{say(accept.error)}</InlineAlert>}
      <Button
        variant="primary"
        size="lg"
        pending={accept.isPending || accept.isSuccess}
        onClick={() => accept.mutate({ token })}
      >
        {t("accept")}
      </Button>
    </>
  );
}
