"use client";

import { useTranslations } from "next-intl";
import { LostPage } from "@/components/site/lost-page";
import { useCrashCode } from "@/components/site/use-crash-code";
import { Button } from "@/components/ui/button";

type Props = { error: Error & { digest?: string }; retry: () => void };

/** A page that broke, on the server or here; trying again asks the server anew. */
export default function Broken({ error, retry }: Props) {
  const t = useTranslations("site.broken");
  const code = useCrashCode(error);
  return (
    <LostPage title={t("title")} text={t("text")} note={t("code", { code })}>
      <Button variant="primary" size="lg" onClick={retry}>
        {t("retry")}
      </Button>
      <Button asChild size="lg">
        {/* A full load: the broken state must not come along. */}
        <a href="/">{t("home")}</a>
      </Button>
    </LostPage>
  );
}
