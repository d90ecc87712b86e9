import Link from "next/link";
import { useTranslations } from "next-intl";
import { LanguageToggle } from "@/components/auth/language-toggle";
import { Button } from "@/components/ui/button";
import { Logo } from "./logo";

/** The landing page's top line, on the dark console. */
export function SiteHeader() {
  const t = useTranslations("site");
  return (
    <header className="mx-auto flex w-full max-w-6xl items-center gap-3 px-6 py-4 max-md:px-4">
      <Link href="/" className="text-console-ink">
        <Logo name={t("name")} />
      </Link>
      <nav className="ml-auto flex items-center gap-2">
        <LanguageToggle
          short
          className="bg-console-raised [&_button]:text-console-muted [&_button[data-state=on]]:bg-console-line [&_button[data-state=on]]:text-console-ink"
        />
        <Button
          asChild
          variant="ghost"
          className="text-console-muted hover:bg-console-raised hover:text-console-ink"
        >
          <Link href="/sign-in">{t("signIn")}</Link>
        </Button>
      </nav>
    </header>
  );
}
