import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { LanguageToggle } from "@/components/auth/language-toggle";
import { SignOutButton } from "@/components/auth/sign-out-button";
import { VerifyBanner } from "@/components/auth/verify-banner";
import type { IndustryPreview } from "@/components/onboarding/industry-picker";
import { WorkspaceForm } from "@/components/onboarding/workspace-form";
import { Logo } from "@/components/site/logo";
import type { Language } from "@/messages";
import { currentUser } from "@/server/identity";
import { industries } from "@/server/onboarding/contract";
import { speaking } from "@/server/onboarding/speaking";
import { templates } from "@/server/onboarding/templates";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("site"))("onboarding.meta") };
}

export default async function Page() {
  const user = await currentUser(await headers());
  if (!user) redirect("/sign-in?next=/onboarding");
  const t = await getTranslations("site");
  return (
    <div className="flex min-h-dvh flex-col">
      <VerifyBanner email={user.email} emailVerified={user.emailVerified} />
      <header className="flex flex-wrap items-center gap-2 px-6 py-4 max-md:px-4">
        <Link href="/" className="inline-flex rounded-md">
          <Logo name={t("name")} />
        </Link>
        <div className="ml-auto flex items-center gap-2">
          <LanguageToggle short signedIn />
          <SignOutButton variant="ghost" />
        </div>
      </header>
      <main className="mx-auto w-full max-w-2xl px-6 py-6 max-md:px-4">
        <WorkspaceForm previews={previews(await getLocale())} />
      </main>
    </div>
  );
}

function previews(language: Language): IndustryPreview[] {
  const say = speaking(language);
  return industries.map((industry) => {
    const { stages } = templates[industry];
    return {
      industry,
      robots: stages.reduce((sum, stage) => sum + (stage.robots?.length ?? 0), 0),
      stages: stages.map(({ name, colour }) => ({ name: say(name), colour })),
    };
  });
}
