import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PasswordForm } from "@/components/account/password-form";
import { ProfileForm } from "@/components/account/profile-form";
import { Sessions } from "@/components/account/sessions";
import { TwoFactor } from "@/components/account/two-factor";
import { currentUser } from "@/server/identity";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("tabs.account") };
}

export default async function Page() {
  const user = await currentUser(await headers());
  if (!user) redirect("/sign-in");
  return (
    <>
      <ProfileForm name={user.name} email={user.email} emailVerified={user.emailVerified} />
      <PasswordForm />
      <TwoFactor />
      <Sessions />
    </>
  );
}
