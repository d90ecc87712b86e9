"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { InlineAlert } from "@/components/ui/inline-alert";
import { Input } from "@/components/ui/input";
import { ask, authClient } from "./auth-client";
import { FootLink } from "./foot-link";
import { FormFrame } from "./form-frame";
import { rememberLanguage } from "./language-cookie";
import { withNext } from "./next-path";
import { PasswordInput } from "./password-input";
import { useSubmission } from "./use-submission";

type SignUpFormProps = { next: string | null; email: string | null };

/** Makes an account; its owner goes on to `next`, or to their first workspace. */
export function SignUpForm({ next, email }: SignUpFormProps) {
  const t = useTranslations("auth");
  const language = useLocale();
  const { pending, errors, alert, formProps } = useSubmission({
    send: async ({ name = "", email: address = "", password = "" }, { go }) => {
      const callbackURL = withNext("/verify-email", next);
      const { fault } = await ask(
        authClient.signUp.email({
          name: name.trim(),
          email: address.trim(),
          password,
          language,
          callbackURL,
        }),
      );
      if (fault) return fault;
      rememberLanguage(language);
      go(next ?? "/onboarding");
      return null;
    },
  });
  return (
    <FormFrame
      title={t("signUp.title")}
      text={t("signUp.text")}
      foot={t.rich("signUp.foot", {
        link: (words) => <FootLink href={withNext("/sign-in", next, email)}>{words}</FootLink>,
      })}
    >
      <form {...formProps} className="flex flex-col gap-4">
        {alert && <InlineAlert tone="danger">{alert}</InlineAlert>}
        <Field label={t("field.name")} error={errors.name} required>
          <Input name="name" autoComplete="name" required maxLength={80} />
        </Field>
        <Field label={t("field.email")} error={errors.email} required>
          <Input
            name="email"
            type="email"
            autoComplete="email"
            required
            maxLength={254}
            defaultValue={email ?? ""}
          />
        </Field>
        <Field label={t("field.password")} hint={t("field.passwordHint")} error={errors.password} required>
          <PasswordInput name="password" autoComplete="new-password" required minLength={8} maxLength={200} />
        </Field>
        <Button type="submit" variant="primary" size="lg" pending={pending}>
          {t("signUp.submit")}
        </Button>
      </form>
    </FormFrame>
  );
}
