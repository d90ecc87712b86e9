import { Download } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { LanguageToggle } from "@/components/auth/language-toggle";
import { ThemeToggle } from "@/components/shell/theme-toggle";
import { Logo } from "@/components/site/logo";
import { Button } from "@/components/ui/button";
import { CodeBlock } from "./code-block";
import { type ApiDocument, grouped } from "./document";
import { OperationView } from "./operation-view";
import { SchemaTable } from "./schema-table";

type DocsPageProps = { document: ApiDocument; language: string; signedIn: boolean };

/** The REST API for people: the same document that programs read, on one page. */
export function DocsPage({ document, language, signedIn }: DocsPageProps) {
  const t = useTranslations("integrations.docs");
  const site = useTranslations("site");
  const groups = grouped(document);
  const base = document.servers[0]?.url ?? "";
  return (
    <div className="min-h-dvh bg-bg">
      <header className="sticky top-0 z-20 flex flex-wrap items-center gap-3 border-b bg-surface px-4 py-2 md:px-6">
        <Link href="/" className="inline-flex rounded-md">
          <Logo name={site("name")} />
        </Link>
        <span className="flex-1" />
        <Button size="sm" asChild>
          <a href={`/api/v1/openapi.json?language=${language}`} download="pult-openapi.json">
            <Download />
            {t("download")}
          </a>
        </Button>
        <span className="flex items-center gap-2 max-md:hidden">
          <LanguageToggle signedIn={signedIn} />
          <ThemeToggle />
        </span>
      </header>
      <div className="mx-auto flex max-w-6xl gap-10 px-4 py-8 md:px-6">
        <nav
          aria-label={t("contents")}
          className="sticky top-20 h-[calc(100dvh-7rem)] w-48 shrink-0 overflow-y-auto max-lg:hidden"
        >
          <ul className="flex flex-col gap-1">
            {groups.map(([group, operations]) => (
              <li key={group}>
                <a href={`#${group}`} className="flex justify-between rounded-md px-2 py-1 hover:bg-ink/5">
                  <GroupName group={group} />
                  <span className="text-ink-muted">{operations.length}</span>
                </a>
              </li>
            ))}
            <li>
              <a href="#schemas" className="block rounded-md px-2 py-1 hover:bg-ink/5">
                {t("schemas")}
              </a>
            </li>
          </ul>
        </nav>
        <main className="min-w-0 flex-1">
          <h1 className="text-3xl font-semibold tracking-tight">{t("title")}</h1>
          <p className="mt-2 max-w-2xl text-lg text-ink-muted">{t("intro")}</p>
          <section className="mt-6 grid gap-4 lg:grid-cols-2">
            <div className="min-w-0">
              <h2 className="mb-1 text-xl font-semibold">{t("start")}</h2>
              <p className="mb-2 text-ink-muted">{t("startText")}</p>
              <CodeBlock
                text={`curl "${base}/me" \\\n  -H "Authorization: Bearer $PULT_KEY"`}
                label={t("example")}
              />
            </div>
            <div className="min-w-0">
              <h2 className="mb-1 text-xl font-semibold">{t("rules")}</h2>
              <ul className="flex list-disc flex-col gap-1.5 pl-5 text-ink-muted">
                {rules.map((rule) => (
                  <li key={rule}>{t(`rule.${rule}`)}</li>
                ))}
              </ul>
            </div>
          </section>
          {groups.map(([group, operations]) => (
            <section key={group} id={group} className="mt-10 scroll-mt-16">
              <h2 className="mb-3 text-2xl font-semibold">
                <GroupName group={group} />
              </h2>
              <div className="flex flex-col gap-2">
                {operations.map((operation) => (
                  <OperationView key={operation.operationId} operation={operation} base={base} />
                ))}
              </div>
            </section>
          ))}
          <section id="schemas" className="mt-10 scroll-mt-16">
            <h2 className="mb-3 text-2xl font-semibold">{t("schemas")}</h2>
            <div className="flex flex-col gap-2">
              {Object.entries(document.components.schemas).map(([name, schema]) => (
                <details
                  key={name}
                  id={`schema-${name}`}
                  className="scroll-mt-16 rounded-lg bg-surface shadow-low"
                >
                  <summary className="cursor-pointer px-4 py-2.5 font-mono font-medium">{name}</summary>
                  <div className="px-4 pb-4">
                    <SchemaTable schema={schema} />
                  </div>
                </details>
              ))}
            </div>
          </section>
        </main>
      </div>
    </div>
  );
}

const rules = ["pages", "versions", "once", "problems", "files", "rate", "webhooks"] as const;

type Group = Parameters<ReturnType<typeof useTranslations<"integrations.docs.group">>>[0];

function GroupName({ group }: { group: string }) {
  const t = useTranslations("integrations.docs.group");
  // Groups come from the document, whose names a test compares with these words.
  return <span>{t(group as Group)}</span>;
}
