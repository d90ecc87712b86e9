"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { QRCodeSVG } from "qrcode.react";
import { useState } from "react";
import { ask, authClient } from "@/components/auth/auth-client";
import { useSubmission } from "@/components/auth/use-submission";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { InlineAlert } from "@/components/ui/inline-alert";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { BackupCodes } from "./backup-codes";
import { sessionsKey } from "./my-sessions";
import { PasswordStep } from "./password-step";

type Setup = { totpURI: string; backupCodes: string[] };

/** Password, then the key for the app with its first code, then the backup codes. */
export function TwoFactorSetup({ onDone }: { onDone: () => void }) {
  const t = useTranslations("settings.twoFactor");
  const [setup, setSetup] = useState<Setup | null>(null);
  const [confirmed, setConfirmed] = useState(false);
  if (!setup) {
    return (
      <PasswordStep
        submit={t("next")}
        send={(password) => authClient.twoFactor.enable({ password, method: "totp" })}
        onDone={(data) => "totpURI" in data && setSetup(data)}
      />
    );
  }
  if (confirmed) return <BackupCodes codes={setup.backupCodes} onDone={onDone} />;
  return <FirstCode uri={setup.totpURI} onConfirmed={() => setConfirmed(true)} />;
}

function FirstCode({ uri, onConfirmed }: { uri: string; onConfirmed: () => void }) {
  const t = useTranslations("settings.twoFactor");
  const cache = useQueryClient();
  const { pending, errors, alert, formProps } = useSubmission({
    send: async ({ code = "" }) => {
      const { fault } = await ask(authClient.twoFactor.verifyTotp({ code: code.replaceAll(/\s/g, "") }));
      if (fault) return fault;
      toast.success(t("enabled"));
      onConfirmed();
      // The session was exchanged for a new one.
      await cache.invalidateQueries({ queryKey: sessionsKey });
      return null;
    },
  });
  return (
    <form {...formProps} className="flex flex-col gap-4">
      {alert && <InlineAlert tone="danger">{alert}</InlineAlert>}
      <p>{t("scan")}</p>
      {/* Scanners want dark on light, in either theme. */}
      <div className="self-center rounded-lg bg-white p-3">
        <QRCodeSVG value={uri} size={176} title={t("qr")} />
      </div>
      <p className="text-ink-muted">
        {t("secret")}{" "}
        <code className="font-mono break-all text-ink select-all">
          {new URL(uri).searchParams.get("secret")}
        </code>
      </p>
      <Field label={t("code")} error={errors.code}>
        <Input
          name="code"
          required
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
          className="tabular tracking-[0.2em]"
        />
      </Field>
      <Button type="submit" variant="primary" pending={pending}>
        {t("confirm")}
      </Button>
    </form>
  );
}
