"use client";

import { MailCheck, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ResendButton } from "./resend-button";

type VerifyBannerProps = { email: string; emailVerified: boolean };

/** Over the workspace until the address is confirmed: says so and sends the letter again. */
export function VerifyBanner({ email, emailVerified }: VerifyBannerProps) {
  const t = useTranslations("auth");
  const [hidden, setHidden] = useState(false);
  if (emailVerified || hidden) return null;
  return (
    <div
      role="status"
      data-slot="verify-banner"
      className="flex shrink-0 items-center gap-x-3 gap-y-1 bg-warn-soft px-6 py-1.5 text-warn-text max-md:flex-wrap max-md:px-4"
    >
      <MailCheck aria-hidden className="size-4 shrink-0 max-md:hidden" />
      <p className="min-w-0 flex-1">{t("verify.banner", { email })}</p>
      <ResendButton email={email} size="sm" />
      <Button size="icon-sm" variant="ghost" aria-label={t("verify.hide")} onClick={() => setHidden(true)}>
        <X />
      </Button>
    </div>
  );
}
