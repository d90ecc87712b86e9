import { Mail } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { getFormatter, getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { developmentOutbox } from "@/server/messaging";
import { outboxIsShown } from "./allowed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("site.mail"))("title"), robots: { index: false } };
}

export default async function Page() {
  await connection();
  if (!outboxIsShown()) notFound();
  const [t, format, letters] = await Promise.all([
    getTranslations("site.mail"),
    getFormatter(),
    developmentOutbox(),
  ]);
  return (
    <main className="mx-auto max-w-4xl px-6 py-8 max-md:px-4">
      <h1 className="text-2xl font-semibold tracking-tight">{t("title")}</h1>
      <p className="mt-1 mb-5 text-ink-muted">{t("text")}</p>
      {letters.length === 0 && <EmptyState icon={<Mail />} title={t("empty")} text={t("emptyText")} />}
      <ul className="overflow-hidden rounded-lg bg-surface shadow-low empty:hidden">
        {letters.map(({ id, recipient, subject, status, createdAt }) => (
          <li key={id} className="border-b last:border-b-0">
            <Link
              href={`/dev/mail/${id}`}
              className="flex items-center gap-x-3 gap-y-1 px-4 py-2.5 hover:bg-sunken max-md:flex-wrap"
            >
              <span className="min-w-0 flex-1 truncate font-medium max-md:basis-full">{subject}</span>
              <span className="min-w-0 truncate text-ink-muted">{recipient}</span>
              <Badge tone={status === "failed" ? "danger" : status === "sent" ? "ok" : "neutral"}>
                {t(`status.${status}`)}
              </Badge>
              <time dateTime={createdAt.toISOString()} className="tabular text-ink-muted">
                {format.dateTime(createdAt, { dateStyle: "short", timeStyle: "medium" })}
              </time>
            </Link>
          </li>
        ))}
      </ul>
    </main>
  );
}
