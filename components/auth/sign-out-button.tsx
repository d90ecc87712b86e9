"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { Button } from "@/components/ui/button";
import { ask, authClient } from "./auth-client";

type SignOutButtonProps = ComponentProps<typeof Button> & { to?: string };

/** Ends this session and goes to `to`. */
export function SignOutButton({ to = "/sign-in", children, ...props }: SignOutButtonProps) {
  const t = useTranslations("auth");
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const leave = async () => {
    setPending(true);
    await ask(authClient.signOut());
    router.push(to);
    router.refresh();
  };
  return (
    <Button {...props} pending={pending} onClick={leave}>
      {children ?? t("signOut")}
    </Button>
  );
}
