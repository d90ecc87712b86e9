"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { ask, authClient } from "./auth-client";
import { faultData, faultOf } from "./faults";
import { withNext } from "./next-path";

type ResendButtonProps = ComponentProps<typeof Button> & { email: string; next?: string | null };

/** Sends the confirmation letter once more. */
export function ResendButton({ email, next = null, ...props }: ResendButtonProps) {
  const t = useTranslations("auth");
  const [state, setState] = useState<"ready" | "sending" | "sent">("ready");
  const send = async () => {
    setState("sending");
    const callbackURL = withNext("/verify-email", next);
    const { fault } = await ask(authClient.sendVerificationEmail({ email, callbackURL }));
    setState(fault ? "ready" : "sent");
    if (fault) toast.error(t(`fault.${faultOf(fault.code).word}`, faultData(fault)));
    else toast.success(t("verify.sent", { email }));
  };
  return (
    <Button {...props} pending={state === "sending"} disabled={state === "sent"} onClick={send}>
      {t(state === "sent" ? "verify.sentShort" : "verify.resend")}
    </Button>
  );
}
