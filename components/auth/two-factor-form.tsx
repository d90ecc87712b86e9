"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { InlineAlert } from "@/components/ui/inline-alert";
import { Input } from "@/components/ui/input";
import { ask, authClient } from "./auth-client";
import { FootLink } from "./foot-link";
import { FormFrame } from "./form-frame";
import { withNext } from "./next-path";
import { useSubmission } from "./use-submission";

/** The second step of signing in: a code of the authenticator app, or one of the backup codes. */
export function TwoFactorForm({ next }: { next: string | null }) {
  const t = useTranslations("auth");
  const [way, setWay] = useState<"app" | "backup">("app");
  const [trusted, setTrusted] = useState(false);
  const { pending, errors, alert, formProps } = useSubmission({
    send: async ({ code = "" }, { go }) => {
      const typed = { code: code.replaceAll(/\s/g, ""), trustDevice: trusted };
      const { fault } =
        way === "app"
          ? await ask(authClient.twoFactor.verifyTotp(typed))
          : await ask(authClient.twoFactor.verifyBackupCode(typed));
      if (fault) return fault;
      go(next ?? "/");
      return null;
    },
  });
  return (
    <FormFrame
      title={t("twoFactor.title")}
      text={t(way === "app" ? "twoFactor.text" : "twoFactor.backupText")}
      foot={<FootLink href={withNext("/sign-in", next)}>{t("backToSignIn")}</FootLink>}
    >
      <form {...formProps} className="flex flex-col gap-4">
        {alert && <InlineAlert tone="danger">{alert}</InlineAlert>}
        <Field label={t(way === "app" ? "field.code" : "field.backupCode")} error={errors.code}>
          <Input
            key={way}
            name="code"
            required
            maxLength={20}
            // The person came here to type exactly this.
            autoFocus
            autoComplete={way === "app" ? "one-time-code" : "off"}
            inputMode={way === "app" ? "numeric" : "text"}
            className="tabular tracking-[0.2em]"
          />
        </Field>
        <Checkbox
          label={t("twoFactor.trust")}
          checked={trusted}
          onCheckedChange={(checked) => setTrusted(checked === true)}
        />
        <Button type="submit" variant="primary" size="lg" pending={pending}>
          {t("twoFactor.submit")}
        </Button>
        <Button
          variant="link"
          className="self-start"
          onClick={() => setWay(way === "app" ? "backup" : "app")}
        >
          {t(way === "app" ? "twoFactor.useBackup" : "twoFactor.useApp")}
        </Button>
      </form>
    </FormFrame>
  );
}
