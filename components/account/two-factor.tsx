"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { authClient } from "@/components/auth/auth-client";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { BackupCodes } from "./backup-codes";
import { currentSession, sessionsKey } from "./my-sessions";
import { PasswordStep } from "./password-step";
import { TwoFactorSetup } from "./two-factor-setup";

type Step = "closed" | "enable" | "disable" | "codes";

/** Turning the second step of signing in on and off, and new backup codes. */
export function TwoFactor() {
  const t = useTranslations("settings.twoFactor");
  const { data, isPending, isError, refetch } = useQuery(currentSession);
  const cache = useQueryClient();
  const [step, setStep] = useState<Step>("closed");
  const [codes, setCodes] = useState<string[] | null>(null);
  const on = data?.user.twoFactorEnabled === true;
  const close = () => {
    setStep("closed");
    setCodes(null);
    void cache.invalidateQueries({ queryKey: sessionsKey });
  };
  const titles = { closed: "", enable: t("title"), disable: t("disableTitle"), codes: t("newCodes") };
  return (
    <Card>
      <CardHeader
        title={t("title")}
        text={t("text")}
        actions={data && <Badge tone={on ? "ok" : "neutral"}>{t(on ? "on" : "off")}</Badge>}
      />
      {isPending && <Skeleton className="h-8 w-28" />}
      {isError && <ErrorState onRetry={() => refetch()} />}
      {data && (
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setStep(on ? "disable" : "enable")}>{t(on ? "disable" : "enable")}</Button>
          {on && (
            <Button variant="ghost" onClick={() => setStep("codes")}>
              {t("newCodes")}
            </Button>
          )}
        </div>
      )}
      <Dialog open={step !== "closed"} onOpenChange={(open) => !open && close()}>
        <DialogContent title={titles[step]} size="sm">
          {step === "enable" && <TwoFactorSetup onDone={close} />}
          {step === "disable" && (
            <PasswordStep
              danger
              submit={t("disable")}
              send={(password) => authClient.twoFactor.disable({ password })}
              onDone={() => {
                toast.success(t("disabled"));
                close();
              }}
            />
          )}
          {step === "codes" && !codes && (
            <PasswordStep
              submit={t("next")}
              send={(password) => authClient.twoFactor.generateBackupCodes({ password })}
              onDone={({ backupCodes }) => setCodes(backupCodes)}
            />
          )}
          {step === "codes" && codes && <BackupCodes codes={codes} onDone={close} />}
        </DialogContent>
      </Dialog>
    </Card>
  );
}
