"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ask, authClient } from "@/components/auth/auth-client";
import { LanguageToggle } from "@/components/auth/language-toggle";
import { ResendButton } from "@/components/auth/resend-button";
import { useSubmission } from "@/components/auth/use-submission";
import { ThemeToggle } from "@/components/shell/theme-toggle";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { InlineAlert } from "@/components/ui/inline-alert";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";

type ProfileFormProps = { name: string; email: string; emailVerified: boolean };

/** One's own name, and how the interface looks and speaks. */
export function ProfileForm({ name, email, emailVerified }: ProfileFormProps) {
  const t = useTranslations("settings");
  const router = useRouter();
  const cache = useQueryClient();
  const { pending, errors, alert, formProps } = useSubmission({
    send: async (values) => {
      const { fault } = await ask(authClient.updateUser({ name: (values.name ?? "").trim() }));
      if (fault) return fault;
      toast.success(t("saved"));
      router.refresh();
      await cache.invalidateQueries();
      return null;
    },
  });
  return (
    <Card>
      <CardHeader title={t("account.profile")} />
      <form {...formProps} className="flex flex-col gap-4">
        {alert && <InlineAlert tone="danger">{alert}</InlineAlert>}
        <div className="grid items-start gap-2 sm:grid-cols-[minmax(0,22rem)_auto] sm:justify-start">
          <Field label={t("account.name")} error={errors.name}>
            <Input name="name" autoComplete="name" required maxLength={80} defaultValue={name} />
          </Field>
          <Button type="submit" pending={pending} className="sm:mt-[1.375rem]">
            {t("save")}
          </Button>
        </div>
        <dl className="flex flex-wrap gap-x-8 gap-y-4">
          <div>
            <dt className="mb-1 text-sm font-medium">{t("account.email")}</dt>
            <dd className="flex min-h-8 flex-wrap items-center gap-2">
              {email}
              <Badge tone={emailVerified ? "ok" : "warn"}>
                {t(emailVerified ? "account.confirmed" : "account.unconfirmed")}
              </Badge>
              {!emailVerified && <ResendButton email={email} size="sm" />}
            </dd>
          </div>
          <div>
            <dt className="mb-1 text-sm font-medium">{t("account.language")}</dt>
            <dd>
              <LanguageToggle signedIn />
            </dd>
          </div>
          <div>
            <dt className="mb-1 text-sm font-medium">{t("account.theme")}</dt>
            <dd>
              <ThemeToggle />
            </dd>
          </div>
        </dl>
      </form>
    </Card>
  );
}
