"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { InlineAlert } from "@/components/ui/inline-alert";
import { Input } from "@/components/ui/input";
import { ask, authClient } from "./auth-client";
import { FootLink } from "./foot-link";
import { FormFrame } from "./form-frame";
import { useSubmission } from "./use-submission";

/** Asks for a reset letter; the answer is the same whether the address has an account or not. */
export function ForgotForm({ email }: { email: string | null }) {
  const t = useTranslations("auth");
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { pending, errors, alert, formProps } = useSubmission({
    send: async ({ email: typed = "" }) => {
      const address = typed.trim();
      const { fault } = await ask(
        authClient.requestPasswordReset({ email: address, redirectTo: "/reset-password" }),
      );
      if (!fault) setSentTo(address);
      return fault;
    },
  });
  return (
    <FormFrame
      title={t("forgot.title")}
      text={t("forgot.text")}
      foot={<FootLink href="/sign-in">{t("backToSignIn")}</FootLink>}
    >
      <form {...formProps} className="flex flex-col gap-4">
        {alert && <InlineAlert tone="danger">{alert}</InlineAlert>}
        {sentTo && <InlineAlert tone="ok">{t("forgot.sent", { email: sentTo })}</InlineAlert>}
        <Field label={t("field.email")} error={errors.email}>
          <Input
            name="email"
            type="email"
            autoComplete="username"
            required
            maxLength={254}
            defaultValue={email ?? ""}
          />
        </Field>
        <Button type="submit" variant="primary" size="lg" pending={pending}>
          {t(sentTo ? "forgot.again" : "forgot.submit")}
        </Button>
      </form>
    </FormFrame>
  );
}
