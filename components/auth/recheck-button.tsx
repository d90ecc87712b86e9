"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { ask, authClient } from "./auth-client";

/** Looks whether the email has been confirmed meanwhile, also when the person comes back to this tab. */
export function RecheckButton() {
  const t = useTranslations("auth.invitation");
  const router = useRouter();
  const [pending, setPending] = useState(false);
  useEffect(() => {
    const refresh = () => router.refresh();
    window.addEventListener("focus", refresh);
    return () => window.removeEventListener("focus", refresh);
  }, [router]);
  const check = async () => {
    setPending(true);
    const { data } = await ask(authClient.getSession());
    setPending(false);
    if (data?.user.emailVerified) router.refresh();
    else toast.info(t("stillWaiting"));
  };
  return (
    <Button variant="primary" size="lg" pending={pending} onClick={check}>
      {t("check")}
    </Button>
  );
}
