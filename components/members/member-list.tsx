"use client";

import { useTranslations } from "next-intl";
import { requestIdOf } from "@/components/api/refusal";
import { Card, CardHeader } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";
import { useWorkspace } from "@/components/workspace/workspace";
import { MemberRow } from "./member-row";
import { usePeople } from "./use-people";

/** Everybody in the workspace, with role and team. */
export function MemberList() {
  const t = useTranslations("settings.members");
  const { memberId } = useWorkspace();
  const { members, teams } = usePeople();
  const mine = members.data?.find(({ id }) => id === memberId);
  return (
    <Card>
      <CardHeader
        title={members.data ? t("title", { count: members.data.length }) : <Skeleton className="w-28" />}
      />
      {members.isPending && <SkeletonRows rows={4} />}
      {members.isError && (
        <ErrorState requestId={requestIdOf(members.error)} onRetry={() => members.refetch()} />
      )}
      <ul>
        {members.data?.map((member) => (
          <li key={member.id} className="border-t py-2 first:border-t-0">
            <MemberRow member={member} teams={teams.data ?? []} byOwner={mine?.role === "owner"} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
