"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { InlineAlert } from "@/components/ui/inline-alert";
import { toast } from "@/components/ui/toast";
import { ask, authClient } from "./auth-client";
import { FootLink } from "./foot-link";
import { FormFrame } from "./form-frame";
import { PasswordInput } from "./password-input";
import { useSubmission } from "./use-submission";

/** Sets a new password by the token of a letter; every other session ends. */
export function ResetForm({ token }: { token: string }) {
  const t = useTranslations("auth");
  const { pending, errors, alert, formProps } = useSubmission({
    send: async ({ password = "" }, { go }) => {
      const { fault } = await ask(authClient.resetPassword({ newPassword: password, token }));
      if (fault) return fault;
      toast.success(t("reset.done"));
      go("/sign-in");
      return null;
    },
  });
  return (
    <FormFrame
      title={t("reset.title")}
      text={t("reset.text")}
      foot={<FootLink href="/forgot-password">{t("reset.another")}</FootLink>}
    >
      <form {...formProps} className="flex flex-col gap-4">
        {alert && <InlineAlert tone="danger">{alert}</InlineAlert>}
        <Field label={t("field.newPassword")} hint={t("field.passwordHint")} error={errors.password}>
          <PasswordInput name="password" autoComplete="new-password" required minLength={8} maxLength={200} />
        </Field>
        <Button type="submit" variant="primary" size="lg" pending={pending}>
          {t("reset.submit")}
        </Button>
      </form>
    </FormFrame>
  );
}
