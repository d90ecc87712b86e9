"use client";

import { useTranslations } from "next-intl";
import { ask } from "@/components/auth/auth-client";
import { PasswordInput } from "@/components/auth/password-input";
import { useSubmission } from "@/components/auth/use-submission";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { InlineAlert } from "@/components/ui/inline-alert";

type PasswordStepProps<Data> = {
  submit: string;
  danger?: boolean;
  send: (password: string) => Parameters<typeof ask<Data>>[0];
  onDone: (data: Data) => void;
};

/** Asks for the password before something only its owner may do. */
export function PasswordStep<Data>({ submit, danger, send, onDone }: PasswordStepProps<Data>) {
  const t = useTranslations("settings.twoFactor");
  const wrong = useTranslations("auth.fault")("wrongCurrentPassword");
  const { pending, errors, alert, formProps } = useSubmission({
    words: { wrongPassword: wrong },
    send: async ({ password = "" }) => {
      const { data, fault } = await ask(send(password));
      if (fault) return fault;
      onDone(data);
      return null;
    },
  });
  return (
    <form {...formProps} className="flex flex-col gap-4">
      {alert && <InlineAlert tone="danger">{alert}</InlineAlert>}
      <p className="text-ink-muted">{t("passwordText")}</p>
      <Field label={t("password")} error={errors.password}>
        <PasswordInput name="password" autoComplete="current-password" required maxLength={200} autoFocus />
      </Field>
      <Button type="submit" variant={danger ? "danger" : "primary"} pending={pending}>
        {submit}
      </Button>
    </form>
  );
}
