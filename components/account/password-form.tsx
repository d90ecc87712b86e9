"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ask, authClient } from "@/components/auth/auth-client";
import { PasswordInput } from "@/components/auth/password-input";
import { useSubmission } from "@/components/auth/use-submission";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { InlineAlert } from "@/components/ui/inline-alert";
import { toast } from "@/components/ui/toast";
import { sessionsKey } from "./my-sessions";

/** Changes the password; every other session ends. */
export function PasswordForm() {
  const t = useTranslations("settings.account");
  const hint = useTranslations("auth.field")("passwordHint");
  const wrong = useTranslations("auth.fault")("wrongCurrentPassword");
  const cache = useQueryClient();
  const { pending, errors, alert, formProps } = useSubmission({
    words: { wrongPassword: wrong },
    rename: { INVALID_PASSWORD: "currentPassword", password: "newPassword" },
    send: async ({ currentPassword = "", newPassword = "" }, { form }) => {
      const { fault } = await ask(
        authClient.changePassword({ currentPassword, newPassword, revokeOtherSessions: true }),
      );
      if (fault) return fault;
      form.reset();
      toast.success(t("passwordChanged"));
      await cache.invalidateQueries({ queryKey: sessionsKey });
      return null;
    },
  });
  return (
    <Card>
      <CardHeader title={t("password")} text={t("passwordText")} />
      <form {...formProps} className="grid items-start gap-4 sm:grid-cols-2">
        {alert && (
          <InlineAlert tone="danger" className="sm:col-span-2">
            {alert}
          </InlineAlert>
        )}
        <Field label={t("currentPassword")} error={errors.currentPassword}>
          <PasswordInput name="currentPassword" autoComplete="current-password" required maxLength={200} />
        </Field>
        <Field label={t("newPassword")} hint={hint} error={errors.newPassword}>
          <PasswordInput
            name="newPassword"
            autoComplete="new-password"
            required
            minLength={8}
            maxLength={200}
          />
        </Field>
        <Button type="submit" pending={pending} className="justify-self-start">
          {t("changePassword")}
        </Button>
      </form>
    </Card>
  );
}
