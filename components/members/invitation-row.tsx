"use client";

import { useMutation } from "@tanstack/react-query";
import { useFormatter, useNow, useTranslations } from "next-intl";
import { useRefusals } from "@/components/api/refusal";
import { type ApiOutput, useTRPC } from "@/components/api/trpc";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { useWorkspace } from "@/components/workspace/workspace";
import { invitableRoles } from "@/server/identity/contract";
import { usePeople } from "./use-people";

type Invitation = ApiOutput["identity"]["invitations"][number];

/** An unanswered invitation: sent once more, or taken back. */
export function InvitationRow({ invitation }: { invitation: Invitation }) {
  const t = useTranslations("settings");
  const roleName = useTranslations("auth.role");
  const format = useFormatter();
  const now = useNow();
  const trpc = useTRPC();
  const { say } = useRefusals();
  const { reload } = usePeople();
  const { timeZone } = useWorkspace();
  const { id, email, expiresAt, teamId } = invitation;
  const role = invitableRoles.find((one) => one === invitation.role) ?? "sales";
  const onError = (error: unknown) => void toast.error(say(error));
  const done = (words: string) => () => {
    toast.success(words);
    return reload();
  };
  const again = useMutation(
    trpc.identity.invite.mutationOptions({ onError, onSuccess: done(t("invite.sent", { email })) }),
  );
  const revoke = useMutation(
    trpc.identity.revokeInvitation.mutationOptions({
      onError,
      onSuccess: done(t("invitations.revoked", { email })),
    }),
  );
  const date = format.dateTime(expiresAt, { dateStyle: "medium", timeZone });
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <div className="min-w-48 flex-1">
        <p className="truncate font-medium">{email}</p>
        <p className="text-ink-muted">
          {roleName(role)} ·{" "}
          {expiresAt < now ? (
            <Badge tone="warn">{t("invitations.expired", { date })}</Badge>
          ) : (
            t("invitations.until", { date })
          )}
        </p>
      </div>
      <Button size="sm" pending={again.isPending} onClick={() => again.mutate({ email, role, teamId })}>
        {t("invitations.again")}
      </Button>
      <Button
        size="sm"
        variant="ghost"
        pending={revoke.isPending}
        onClick={() => revoke.mutate({ invitationId: id })}
      >
        {t("invitations.revoke")}
      </Button>
    </div>
  );
}
