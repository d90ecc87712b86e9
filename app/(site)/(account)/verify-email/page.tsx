import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { FormFrame } from "@/components/auth/form-frame";
import { nextPath, withNext } from "@/components/auth/next-path";
import { ResendButton } from "@/components/auth/resend-button";
import { Button } from "@/components/ui/button";
import { currentUser } from "@/server/identity";

type Props = { searchParams: Promise<{ next?: string; error?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("verify.meta") };
}

/** Where the confirmation letter's link arrives; `error` is there when it was refused. */
export default async function Page({ searchParams }: Props) {
  const query = await searchParams;
  const next = nextPath(query.next);
  const user = await currentUser(await headers());
  const t = await getTranslations("auth");
  if (user?.emailVerified) {
    return (
      <FormFrame title={t("verify.doneTitle")} text={t("verify.doneText", { email: user.email })}>
        <Button asChild variant="primary" size="lg">
          <Link href={next ?? "/"}>{t("verify.go")}</Link>
        </Button>
      </FormFrame>
    );
  }
  if (user) {
    const broken = query.error !== undefined;
    const text = broken ? t("verify.brokenText") : t("verify.waitText", { email: user.email });
    return (
      <FormFrame title={t(broken ? "verify.brokenTitle" : "verify.waitTitle")} text={text}>
        <ResendButton email={user.email} next={next} variant="primary" size="lg" />
      </FormFrame>
    );
  }
  return (
    <FormFrame title={t("verify.brokenTitle")} text={t("verify.brokenSignedOut")}>
      <Button asChild variant="primary" size="lg">
        <Link href={withNext("/sign-in", withNext("/verify-email", next))}>{t("signIn.submit")}</Link>
      </Button>
    </FormFrame>
  );
}
