"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { useMay, useWorkspace } from "@/components/workspace/workspace";
import type { Member } from "@/server/identity/contract";
import { roles } from "@/server/platform/permissions";
import { RemoveMember } from "./remove-member";
import { noTeam, type Team, teamIdOf, teamOptions } from "./team-options";
import { usePeople } from "./use-people";

type MemberRowProps = { member: Member; teams: readonly Team[]; byOwner: boolean };

/** One member; whoever may changes the role and the team in their place. */
export function MemberRow({ member, teams, byOwner }: MemberRowProps) {
  const t = useTranslations("settings.members");
  const roleName = useTranslations("auth.role");
  const { memberId } = useWorkspace();
  const mayEdit = useMay()("member.edit");
  const trpc = useTRPC();
  const { say, fields } = useRefusals();
  const { reload } = usePeople();
  const { id, name, email, role, teamId } = member;
  const change = useMutation(
    trpc.identity.changeMember.mutationOptions({
      onSuccess: () => toast.success(t("changed", { name })),
      onSettled: () => reload(),
    }),
  );
  const asked = change.isPending ? change.variables.changes : {};
  const error = change.error && (fields(change.error).role ?? say(change.error));
  const errorId = `member-${id}-error`;
  // Only an owner makes or unmakes an owner.
  const roleEditable = mayEdit && (byOwner || role !== "owner");
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <Avatar name={name} seed={id} size="md" />
      <div className="min-w-40 flex-1 max-md:basis-[calc(100%-3rem)]">
        <p className="truncate font-medium">
          {name}
          {id === memberId && <Badge className="ml-2">{t("you")}</Badge>}
        </p>
        <p className="truncate text-ink-muted">{email}</p>
      </div>
      {roleEditable ? (
        <div className="w-48 min-w-0 max-md:flex-1">
          <Select
            aria-label={t("role", { name })}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? errorId : undefined}
            options={roles
              .filter((one) => byOwner || one !== "owner")
              .map((value) => ({ value, label: roleName(value) }))}
            value={asked.role ?? role}
            disabled={change.isPending}
            onValueChange={(next) => change.mutate({ memberId: id, changes: { role: next } })}
          />
          {error && (
            <p id={errorId} role="alert" className="mt-1 text-sm text-danger-text">
              {error}
            </p>
          )}
        </div>
      ) : (
        <span className="text-right text-ink-muted">{roleName(role)}</span>
      )}
      {mayEdit && teams.length > 0 && (
        <Select
          aria-label={t("team", { name })}
          className="w-36 max-md:flex-1"
          options={teamOptions(teams, t("noTeam"))}
          value={(asked.teamId === undefined ? teamId : asked.teamId) ?? noTeam}
          disabled={change.isPending}
          onValueChange={(next) => change.mutate({ memberId: id, changes: { teamId: teamIdOf(next) } })}
        />
      )}
      {!mayEdit && teamId && <span>{teams.find((team) => team.id === teamId)?.name}</span>}
      <span className="w-7 shrink-0 max-md:w-9">
        <RemoveMember member={member} />
      </span>
    </div>
  );
}
