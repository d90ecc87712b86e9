"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useRef, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { type ApiInput, useTRPC } from "@/components/api/trpc";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { invitableRoles } from "@/server/identity/contract";
import { noTeam, type Team, teamIdOf, teamOptions } from "./team-options";
import { usePeople } from "./use-people";

/** Invites one address; the form stays for the next one. */
export function InviteForm({ teams }: { teams: readonly Team[] }) {
  const t = useTranslations("settings");
  const roleName = useTranslations("auth.role");
  const { say, fields } = useRefusals();
  const { reload } = usePeople();
  const input = useRef<HTMLInputElement>(null);
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<ApiInput["identity"]["invite"]["role"]>("sales");
  const [team, setTeam] = useState<string>(noTeam);
  const invite = useMutation(
    useTRPC().identity.invite.mutationOptions({
      onSuccess: async (_, sent) => {
        toast.success(t("invite.sent", { email: sent.email }));
        setEmail("");
        await reload();
      },
    }),
  );
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const onSettled = () => input.current?.focus();
    invite.mutate({ email, role, teamId: teamIdOf(team) }, { onSettled });
  };
  const error = invite.error && (fields(invite.error).email ?? say(invite.error));
  return (
    <form
      onSubmit={submit}
      noValidate
      className={cn(
        "grid items-start gap-3",
        teams.length > 0
          ? "md:grid-cols-[minmax(0,1fr)_12rem_10rem_auto]"
          : "md:grid-cols-[minmax(0,1fr)_12rem_auto]",
      )}
    >
      <Field label={t("invite.email")} error={error}>
        <Input
          ref={input}
          type="email"
          // A colleague's address: the browser knows only one's own.
          autoComplete="off"
          value={email}
          maxLength={254}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      <Field label={t("invite.role")}>
        <Select
          options={invitableRoles.map((value) => ({ value, label: roleName(value) }))}
          value={role}
          onValueChange={setRole}
        />
      </Field>
      {teams.length > 0 && (
        <Field label={t("invite.team")}>
          <Select options={teamOptions(teams, t("members.noTeam"))} value={team} onValueChange={setTeam} />
        </Field>
      )}
      <Button type="submit" variant="primary" pending={invite.isPending} className="md:mt-[1.375rem]">
        {t("invite.submit")}
      </Button>
    </form>
  );
}
