import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { AcceptButton } from "@/components/auth/accept-button";
import { FormFrame } from "@/components/auth/form-frame";
import { withNext } from "@/components/auth/next-path";
import { RecheckButton } from "@/components/auth/recheck-button";
import { ResendButton } from "@/components/auth/resend-button";
import { SignOutButton } from "@/components/auth/sign-out-button";
import { Button } from "@/components/ui/button";
import { currentUser } from "@/server/identity";
import { roles } from "@/server/platform/permissions";
import { invitationOf } from "./invitation-of";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("invitation.meta"), referrer: "no-referrer" };
}

export default async function Page({ params }: Props) {
  const { token } = await params;
  const [t, role, found, user] = await Promise.all([
    getTranslations("auth.invitation"),
    getTranslations("auth.role"),
    invitationOf(token),
    headers().then(currentUser),
  ]);
  if (found.state !== "open") {
    return (
      <FormFrame title={t(`${found.state}Title`)} text={t(`${found.state}Text`)}>
        <Button asChild variant="primary" size="lg">
          <Link href="/">{t("home")}</Link>
        </Button>
      </FormFrame>
    );
  }
  const { email, workspace } = found;
  const here = `/invitation/${token}`;
  if (user && user.email.toLowerCase() !== email) {
    return (
      <FormFrame title={t("otherTitle")} text={t("otherText", { invited: email, email: user.email })}>
        <SignOutButton variant="primary" size="lg" to={here}>
          {t("otherSignOut")}
        </SignOutButton>
      </FormFrame>
    );
  }
  if (user && !user.emailVerified) {
    return (
      <FormFrame title={t("unverifiedTitle")} text={t("unverifiedText", { workspace, email })}>
        <div className="flex flex-wrap gap-2 *:flex-1">
          <RecheckButton />
          <ResendButton email={email} next={here} size="lg" />
        </div>
      </FormFrame>
    );
  }
  const roleName = role(roles.find((one) => one === found.role) ?? "observer");
  return (
    <FormFrame
      title={t("title", { workspace })}
      text={t("text", { role: roleName, email })}
      foot={user && t("signedInAs", { email: user.email })}
    >
      {user ? (
        <AcceptButton token={token} workspace={workspace} />
      ) : (
        <div className="flex flex-wrap gap-2 *:flex-1">
          <Button asChild variant="primary" size="lg">
            <Link href={withNext("/sign-up", here, email)}>{t("signUp")}</Link>
          </Button>
          <Button asChild size="lg">
            <Link href={withNext("/sign-in", here, email)}>{t("signIn")}</Link>
          </Button>
        </div>
      )}
    </FormFrame>
  );
}
