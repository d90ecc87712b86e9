import { Paperclip } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { getFormatter, getTranslations } from "next-intl/server";
import { z } from "zod";
import { developmentLetter } from "@/server/messaging";
import { outboxIsShown } from "../allowed";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations("site.mail"))("letter"),
    robots: { index: false },
    referrer: "no-referrer",
  };
}

export default async function Page({ params }: Props) {
  await connection();
  if (!outboxIsShown()) notFound();
  const { id } = await params;
  const letter = z.uuid().safeParse(id).success ? await developmentLetter(id) : null;
  if (!letter) notFound();
  const [t, format] = await Promise.all([getTranslations("site.mail"), getFormatter()]);
  const links = [...new Set(letter.text?.match(/https?:\/\/\S+/g))];
  return (
    <main className="mx-auto flex max-w-4xl flex-col gap-5 px-6 py-8 max-md:px-4">
      <Link href="/dev/mail" className="text-accent-text hover:underline">
        ← {t("back")}
      </Link>
      <div>
        <h1 className="text-2xl font-semibold tracking-tight">{letter.subject}</h1>
        <p className="mt-1 text-ink-muted">
          {t("to")}: <span className="text-ink">{letter.recipient}</span> · {t(`status.${letter.status}`)} ·{" "}
          {format.dateTime(letter.createdAt, { dateStyle: "medium", timeStyle: "medium" })}
        </p>
        {letter.attachments?.map(({ name }) => (
          <p key={name} className="mt-1 flex items-center gap-1.5">
            <Paperclip aria-hidden className="size-4 text-ink-muted" />
            {name}
          </p>
        ))}
        {letter.error && <p className="text-danger-text">{letter.error}</p>}
      </div>
      {links.length > 0 && (
        <section>
          <h2 className="mb-1 font-semibold">{t("links")}</h2>
          <ul>
            {links.map((link) => (
              <li key={link}>
                <a href={link} className="break-all text-accent-text underline-offset-3 hover:underline">
                  {link}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {letter.html && (
        <iframe
          title={t("letter")}
          sandbox=""
          srcDoc={letter.html}
          className="h-128 w-full rounded-lg bg-white shadow-low"
        />
      )}
      <section>
        <h2 className="mb-1 font-semibold">{t("plain")}</h2>
        <pre className="overflow-x-auto rounded-lg bg-surface p-4 font-sans whitespace-pre-wrap shadow-low">
          {letter.text}
        </pre>
      </section>
    </main>
  );
}
