"use client";

import { Archive, Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import { useRefusals } from "@/components/api/refusal";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { type LossReason, type NoiseKind, noiseKinds } from "@/server/pipelines/contract";
import { useLossReasons } from "./use-loss-reasons";

/** What a lead lost for a technical reason is, unless the reason says. */
const likeliest: NoiseKind = "spam";

type RowProps = { reason: LossReason; editable: boolean };

/** One loss reason: read, renamed in its place, or archived. */
export function LossReasonRow({ reason, editable }: RowProps) {
  const t = useTranslations("settings.lossReasons");
  const { say } = useRefusals();
  const { archive } = useLossReasons();
  const [state, setState] = useState<"shown" | "edited" | "archiving">("shown");
  if (state === "edited") return <LossReasonForm reason={reason} onDone={() => setState("shown")} />;
  const { id, name } = reason;
  return (
    <div className="flex items-center gap-2 py-1.5">
      <span className="min-w-0 flex-1 break-words">{name}</span>
      {reason.class === "technical" && (
        <Badge title={t("technical")}>{t(`leadKind.${reason.leadKind ?? likeliest}`)}</Badge>
      )}
      {editable && (
        <>
          <Button
            size="icon-sm"
            variant="ghost"
            aria-label={t("rename", { name })}
            onClick={() => setState("edited")}
          >
            <Pencil />
          </Button>
          <Button
            size="icon-sm"
            variant="ghost"
            aria-label={t("archive", { name })}
            onClick={() => setState("archiving")}
          >
            <Archive />
          </Button>
        </>
      )}
      <ConfirmDialog
        open={state === "archiving"}
        onOpenChange={(open) => setState(open ? "archiving" : "shown")}
        title={t("archiveTitle", { name })}
        text={t("archiveText")}
        confirmLabel={t("archiveConfirm")}
        pending={archive.isPending}
        onConfirm={() =>
          archive.mutate(
            { id },
            {
              onSuccess: () => toast.success(t("archived", { name })),
              onError: (error) => toast.error(say(error)),
            },
          )
        }
      />
    </div>
  );
}

type FormProps = { reason?: LossReason; onDone?: () => void };

/** Adds a reason, or changes the one given. */
export function LossReasonForm({ reason, onDone }: FormProps) {
  const t = useTranslations("settings");
  const { say, fields } = useRefusals();
  const { save } = useLossReasons();
  const [name, setName] = useState(reason?.name ?? "");
  const [kind, setKind] = useState<LossReason["class"]>(reason?.class ?? "real");
  const [leadKind, setLeadKind] = useState<NoiseKind>(reason?.leadKind ?? likeliest);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const onSuccess = () => {
      onDone?.();
      if (!reason) setName("");
    };
    save.mutate(
      {
        ...(reason && { id: reason.id }),
        name,
        class: kind,
        leadKind: kind === "technical" ? leadKind : null,
      },
      { onSuccess },
    );
  };
  const error = save.error && (fields(save.error).name ?? say(save.error));
  return (
    <form
      onSubmit={submit}
      noValidate
      className="grid items-start gap-2 py-1.5 sm:grid-cols-[minmax(0,1fr)_11rem_auto]"
    >
      <Field label={t(reason ? "lossReasons.name" : "lossReasons.add")} error={error}>
        <Input
          value={name}
          maxLength={120}
          // Opened by the person's own press on “Rename”.
          autoFocus={reason !== undefined}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => event.key === "Escape" && onDone?.()}
        />
      </Field>
      <Field label={t("lossReasons.class")}>
        <Select
          options={[
            { value: "real", label: t("lossReasons.real") },
            { value: "technical", label: t("lossReasons.technical") },
          ]}
          value={kind}
          onValueChange={setKind}
        />
      </Field>
      {kind === "technical" && (
        <Field label={t("lossReasons.becomes")} className="sm:col-start-2 sm:row-start-2">
          <Select
            options={noiseKinds.map((value) => ({ value, label: t(`lossReasons.leadKind.${value}`) }))}
            value={leadKind}
            onValueChange={setLeadKind}
          />
        </Field>
      )}
      <div className="flex gap-2 sm:pt-[1.375rem]">
        <Button type="submit" variant={reason ? "primary" : "secondary"} pending={save.isPending}>
          {t(reason ? "save" : "lossReasons.addShort")}
        </Button>
        {onDone && (
          <Button variant="ghost" onClick={onDone}>
            {t("cancel")}
          </Button>
        )}
      </div>
    </form>
  );
}
