"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useMay } from "@/components/workspace/workspace";
import { usePeople } from "./use-people";

/** The teams a team lead's scope is made of. */
export function Teams() {
  const t = useTranslations("settings.teams");
  const { members, teams, reload } = usePeople();
  const { say, fields } = useRefusals();
  const mayEdit = useMay()("member.edit");
  const [name, setName] = useState("");
  const create = useMutation(
    useTRPC().identity.createTeam.mutationOptions({
      onSuccess: async () => {
        setName("");
        await reload();
      },
    }),
  );
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    create.mutate({ name });
  };
  if (!teams.data || (teams.data.length === 0 && !mayEdit)) return null;
  const sizeOf = (id: string) => members.data?.filter(({ teamId }) => teamId === id).length ?? 0;
  return (
    <Card>
      <CardHeader title={t("title")} text={t("text")} />
      {teams.data.length === 0 && <p className="text-ink-muted">{t("none")}</p>}
      <ul className="flex flex-wrap gap-2">
        {teams.data.map((team) => (
          <li key={team.id} className="rounded-md bg-sunken px-2.5 py-1">
            <span className="font-medium">{team.name}</span>{" "}
            <span className="text-ink-muted">{t("members", { count: sizeOf(team.id) })}</span>
          </li>
        ))}
      </ul>
      {mayEdit && (
        <form
          onSubmit={submit}
          noValidate
          className="mt-3 grid max-w-md items-start gap-2 sm:grid-cols-[minmax(0,1fr)_auto]"
        >
          <Field label={t("name")} error={create.error && (fields(create.error).name ?? say(create.error))}>
            <Input value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
          </Field>
          <Button type="submit" pending={create.isPending} className="sm:mt-[1.375rem]">
            {t("add")}
          </Button>
        </form>
      )}
    </Card>
  );
}
