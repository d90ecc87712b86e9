"use client";

import { useTranslations } from "next-intl";
import { LostPage } from "@/components/site/lost-page";
import { Button } from "@/components/ui/button";

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function Broken({ error, reset }: Props) {
  const t = useTranslations("site.broken");
  return (
    <LostPage
      title={t("title")}
      text={t("text")}
      note={error.digest ? t("code", { code: error.digest }) : null}
    >
      <Button variant="primary" size="lg" onClick={reset}>
        {t("retry")}
      </Button>
      <Button asChild size="lg">
        {/* A full load: the broken state must not come along. */}
        <a href="/">{t("home")}</a>
      </Button>
    </LostPage>
  );
}
