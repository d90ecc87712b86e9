"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { InlineAlert } from "@/components/ui/inline-alert";
import { Input } from "@/components/ui/input";
import { ask, authClient } from "./auth-client";
import { FootLink } from "./foot-link";
import { FormFrame } from "./form-frame";
import { adoptLanguage } from "./language-cookie";
import { withNext } from "./next-path";
import { PasswordInput } from "./password-input";
import { useSubmission } from "./use-submission";

type SignInFormProps = { next: string | null; email: string | null };

/** Signs in by email and password; an account with two factors goes on to its code. */
export function SignInForm({ next, email }: SignInFormProps) {
  const t = useTranslations("auth");
  const { pending, errors, alert, formProps } = useSubmission({
    send: async ({ email: address = "", password = "" }, { go }) => {
      const { data, fault } = await ask(authClient.signIn.email({ email: address.trim(), password }));
      if (fault) return fault;
      if ("twoFactorRedirect" in data) {
        go(withNext("/two-factor", next));
        return null;
      }
      adoptLanguage((data.user as { language?: unknown }).language);
      go(next ?? "/");
      return null;
    },
  });
  return (
    <FormFrame
      title={t("signIn.title")}
      foot={t.rich("signIn.foot", {
        link: (words) => <FootLink href={withNext("/sign-up", next, email)}>{words}</FootLink>,
      })}
    >
      <form {...formProps} className="flex flex-col gap-4">
        {alert && <InlineAlert tone="danger">{alert}</InlineAlert>}
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
        <Field label={t("field.password")} error={errors.password}>
          <PasswordInput name="password" autoComplete="current-password" required maxLength={200} />
        </Field>
        <Button type="submit" variant="primary" size="lg" pending={pending}>
          {t("signIn.submit")}
        </Button>
        <FootLink href={withNext("/forgot-password", null, email)}>{t("signIn.forgot")}</FootLink>
      </form>
    </FormFrame>
  );
}
