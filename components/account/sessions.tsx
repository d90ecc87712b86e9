"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type AuthFault, ask, authClient } from "@/components/auth/auth-client";
import { faultData, faultOf } from "@/components/auth/faults";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { allSessions, currentSession, sessionsKey } from "./my-sessions";
import { SessionRow } from "./session-row";

/** Every device one is signed in on, with ways to end those sessions. */
export function Sessions() {
  const t = useTranslations("settings.sessions");
  const words = useTranslations("auth.fault");
  const cache = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [ending, setEnding] = useState<string | null>(null);
  const here = useQuery(currentSession).data?.session.token;
  const sessions = useQuery(allSessions);

  const end = async (what: string, call: Promise<{ fault: AuthFault | null }>, done: string) => {
    setEnding(what);
    const { fault } = await call;
    setEnding(null);
    if (fault) toast.error(words(faultOf(fault.code).word, faultData(fault)));
    else toast.success(done);
    await cache.invalidateQueries({ queryKey: sessionsKey });
  };
  const endAll = async () => {
    setEnding("all");
    const { fault } = await ask(authClient.revokeSessions());
    setEnding(null);
    if (fault) return toast.error(words(faultOf(fault.code).word, faultData(fault)));
    // A whole page load, so that nothing of the account stays in memory.
    window.location.assign("/sign-in");
  };
  const others = (sessions.data ?? []).filter(({ token }) => token !== here);
  return (
    <Card>
      <CardHeader title={t("title")} text={t("text")} />
      {sessions.isPending && <SkeletonRows rows={2} />}
      {sessions.isError && <ErrorState onRetry={() => sessions.refetch()} />}
      <ul>
        {sessions.data?.map((session) => (
          <li key={session.id} className="border-t py-2 first:border-t-0">
            <SessionRow
              session={session}
              current={session.token === here}
              pending={ending === session.id}
              onEnd={() =>
                end(session.id, ask(authClient.revokeSession({ token: session.token })), t("revoked"))
              }
            />
          </li>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap gap-2">
        {others.length > 0 && (
          <Button
            pending={ending === "others"}
            onClick={() => end("others", ask(authClient.revokeOtherSessions()), t("othersDone"))}
          >
            {t("others")}
          </Button>
        )}
        <Button onClick={() => setAsking(true)}>{t("everywhere")}</Button>
      </div>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("everywhereTitle")}
        text={t("everywhereText")}
        confirmLabel={t("everywhere")}
        danger
        pending={ending === "all"}
        onConfirm={endAll}
      />
    </Card>
  );
}
