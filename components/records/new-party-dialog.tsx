"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { useTRPC } from "@/components/api/trpc";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { InlineAlert } from "@/components/ui/inline-alert";
import { Input } from "@/components/ui/input";
import type { ContactPointInput } from "@/server/crm/records/contract";
import type { Entity } from "@/server/fields/contract";
import { PointsEditor } from "./points-editor";
import { refreshLists } from "./refresh-lists";
import { RequiredFields, useRequiredFields } from "./required-fields";

export type NewParty = {
  name: string;
  points: ContactPointInput[];
  custom: Record<string, unknown> | undefined;
};

type NewPartyDialogProps = {
  entity: Entity;
  /** Whether it is being saved, and what came of it. */
  pending: boolean;
  error: unknown;
  onSave: (party: NewParty) => void;
  onClose: () => void;
  /** Fields of this kind alone. */
  children?: ReactNode;
};

/** A new person or organisation: a name, ways to reach them, and what every record of the kind must have. */
export function NewPartyDialog({ entity, pending, error, onSave, onClose, children }: NewPartyDialogProps) {
  const t = useTranslations("records");
  const ui = useTranslations("ui");
  const form = useId();
  const own = useRequiredFields(entity);
  const [name, setName] = useState("");
  const [phones, setPhones] = useState<string[]>([]);
  const [emails, setEmails] = useState<string[]>([]);
  const { say, fields: faultsOf } = useRefusals();
  const faults = error ? faultsOf(error) : {};
  const given = (values: readonly string[]) => values.map((value) => value.trim()).filter(Boolean);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave({
      name,
      points: [
        ...given(phones).map((value) => ({ kind: "phone" as const, value })),
        ...given(emails).map((value) => ({ kind: "email" as const, value })),
      ],
      custom: own.custom,
    });
  };
  const before = given(phones).length;
  const emailFaults = given(emails).map((_, place) => faults[`points.${before + place}.value`]);
  const said = Object.keys(faults).some((path) => path === "name" || /^(points\.|c_)/.test(path));
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="sm"
        firstFocus={(dialog) => dialog.querySelector("input")}
        title={t(`entity.${entity as "contact"}.new`)}
        footer={
          <>
            <Button onClick={onClose}>{ui("cancel")}</Button>
            <Button variant="primary" type="submit" form={form} pending={pending}>
              {t("create.save")}
            </Button>
          </>
        }
      >
        <form id={form} onSubmit={submit} noValidate className="flex flex-col gap-3">
          {error !== null && !said && <InlineAlert tone="danger">{say(error)}</InlineAlert>}
          <Field
            label={t(entity === "contact" ? "create.personName" : "create.name")}
            error={faults.name}
            required
          >
            <Input
              value={name}
              maxLength={200}
              autoComplete="off"
              onChange={(event) => setName(event.target.value)}
            />
          </Field>
          <PointsEditor kind="phone" values={phones} onChange={setPhones} />
          <PointsEditor kind="email" values={emails} onChange={setEmails} errors={emailFaults} />
          {children}
          <RequiredFields draft={own} faults={faults} />
        </form>
      </DialogContent>
    </Dialog>
  );
}

/** Makes lists show what was created. */
export function useCreated() {
  const trpc = useTRPC();
  const client = useQueryClient();
  return () => refreshLists(client, trpc);
}
