import { headers } from "next/headers";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LanguageToggle } from "@/components/auth/language-toggle";
import { ThemeToggle } from "@/components/shell/theme-toggle";
import { Logo } from "@/components/site/logo";
import { RobotTape } from "@/components/site/robot-tape";
import { currentUser } from "@/server/identity";

export default async function AccountLayout({ children }: { children: ReactNode }) {
  const user = await currentUser(await headers());
  return (
    <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)] lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)] xl:grid-cols-[minmax(0,1fr)_minmax(0,32rem)]">
      <div className="flex min-h-dvh flex-col">
        <AccountHeader />
        <main className="mx-auto flex w-full max-w-md flex-1 flex-col justify-center px-6 py-8 max-md:justify-start max-md:px-4">
          {children}
        </main>
        <footer className="flex flex-wrap items-center justify-center gap-3 px-6 py-4">
          <LanguageToggle signedIn={user !== null} />
          <ThemeToggle />
        </footer>
      </div>
      <Side />
    </div>
  );
}

function AccountHeader() {
  const t = useTranslations("site");
  return (
    <header className="px-6 py-4 max-md:px-4">
      <Link href="/" className="inline-flex rounded-md">
        <Logo name={t("name")} />
      </Link>
    </header>
  );
}

function Side() {
  const t = useTranslations("site");
  return (
    <aside className="flex flex-col justify-center gap-8 bg-console p-10 text-console-ink max-lg:hidden">
      <p className="text-3xl leading-tight font-semibold tracking-tight text-balance">{t("hero.title")}</p>
      <RobotTape />
    </aside>
  );
}
