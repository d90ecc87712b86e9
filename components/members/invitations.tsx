"use client";

import { useTranslations } from "next-intl";
import { requestIdOf } from "@/components/api/refusal";
import { Card, CardHeader } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { useMay } from "@/components/workspace/workspace";
import { InvitationRow } from "./invitation-row";
import { InviteForm } from "./invite-form";
import { usePeople } from "./use-people";

/** Inviting colleagues, and the invitations nobody has answered yet. */
export function Invitations() {
  const t = useTranslations("settings");
  const may = useMay();
  const { invitations, teams } = usePeople();
  if (!may("member.invite")) return null;
  const open = invitations.data ?? [];
  return (
    <Card>
      <CardHeader title={t("invite.title")} text={t("invite.text")} />
      <InviteForm teams={teams.data ?? []} />
      {invitations.isError && (
        <ErrorState requestId={requestIdOf(invitations.error)} onRetry={() => invitations.refetch()} />
      )}
      {open.length > 0 && (
        <>
          <h4 className="mt-5 mb-1 font-semibold">{t("invitations.title")}</h4>
          <ul>
            {open.map((invitation) => (
              <li key={invitation.id} className="border-t py-2 first:border-t-0">
                <InvitationRow invitation={invitation} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
