import Link from "next/link";
import { useTranslations } from "next-intl";
import { ThemeToggle } from "@/components/shell/theme-toggle";
import { Button } from "@/components/ui/button";
import { BoardPicture } from "./board-picture";
import { RobotTape } from "./robot-tape";
import { SiteHeader } from "./site-header";

const abilities = [
  ...(["board", "robots", "record", "leads", "invoices"] as const),
  ...(["own", "open", "roles", "safety"] as const),
];
const steps = ["one", "two", "three", "four"] as const;

/** The face of Pult for whoever is not signed in. */
export function Landing() {
  const t = useTranslations("site");
  return (
    <>
      <main>
        <div className="bg-[linear-gradient(var(--console)_0_calc(100%-11rem),var(--bg)_calc(100%-11rem))]">
          <SiteHeader />
          <section className="mx-auto max-w-6xl px-6 pt-14 max-md:px-4 max-md:pt-8">
            <h1 className="max-w-3xl text-[clamp(2.25rem,6vw,4.25rem)] leading-[1.04] font-bold tracking-[-0.03em] text-balance text-console-ink">
              {t("hero.title")}
            </h1>
            <p className="mt-5 max-w-xl text-[1.0625rem] leading-relaxed text-pretty text-console-muted">
              {t("hero.text")}
            </p>
            <Enter className="mt-7" />
            <div className="mt-12 grid items-end gap-4 lg:grid-cols-[minmax(0,1fr)_19rem]">
              <BoardPicture />
              <RobotTape className="z-10 lg:-mb-6 lg:-ml-12" />
            </div>
          </section>
        </div>
        <div className="mx-auto max-w-6xl px-6 pt-20 pb-16 max-md:px-4 max-md:pt-14">
          <h2 className="text-3xl font-bold tracking-tight">{t("does.title")}</h2>
          <dl className="mt-8 grid gap-x-10 gap-y-8 sm:grid-cols-2 lg:grid-cols-3">
            {abilities.map((key) => (
              <div key={key} className="border-t-2 border-ink pt-3">
                <dt className="text-xl font-semibold">{t(`does.${key}.title`)}</dt>
                <dd className="mt-1.5 text-lg leading-relaxed text-pretty text-ink-muted">
                  {t(`does.${key}.text`)}
                </dd>
              </div>
            ))}
          </dl>
          <section className="mt-20 grid gap-8 rounded-xl bg-accent-soft p-8 max-md:mt-14 max-md:p-5 lg:grid-cols-[minmax(0,22rem)_minmax(0,1fr)] lg:gap-14 lg:p-12">
            <div>
              <h2 className="text-3xl font-bold tracking-tight text-balance">{t("start.title")}</h2>
              <Button asChild variant="primary" size="lg" className="mt-6">
                <Link href="/sign-up">{t("signUp")}</Link>
              </Button>
            </div>
            <ol className="flex flex-col">
              {steps.map((key, index) => (
                <li
                  key={key}
                  className="flex gap-4 border-b border-accent/25 py-3.5 text-lg first:pt-0 last:border-b-0 last:pb-0"
                >
                  <span aria-hidden className="tabular w-4 font-bold text-accent-text">
                    {index + 1}
                  </span>
                  <span className="text-pretty">{t(`start.${key}`)}</span>
                </li>
              ))}
            </ol>
          </section>
        </div>
      </main>
      <footer className="mx-auto flex max-w-6xl flex-wrap items-center gap-4 border-t px-6 py-6 text-ink-muted max-md:px-4">
        <p className="flex-1">{t("foot")}</p>
        <ThemeToggle />
      </footer>
    </>
  );
}

function Enter({ className }: { className?: string }) {
  const t = useTranslations("site");
  return (
    <div className={className}>
      <div className="flex flex-wrap gap-2">
        <Button
          asChild
          size="lg"
          className="bg-console-accent px-5 text-console hover:bg-console-ink dark:bg-console-accent dark:hover:bg-console-ink"
        >
          <Link href="/sign-up">{t("signUp")}</Link>
        </Button>
        <Button
          asChild
          size="lg"
          variant="ghost"
          className="text-console-ink ring-1 ring-console-line ring-inset hover:bg-console-raised hover:text-console-ink"
        >
          <Link href="/sign-in">{t("signIn")}</Link>
        </Button>
      </div>
    </div>
  );
}
