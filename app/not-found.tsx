import Link from "next/link";
import { useTranslations } from "next-intl";
import { LostPage } from "@/components/site/lost-page";
import { Button } from "@/components/ui/button";

export default function NotFound() {
  const t = useTranslations("site.notFound");
  return (
    <LostPage title={t("title")} text={t("text")}>
      <Button asChild variant="primary" size="lg">
        <Link href="/">{t("home")}</Link>
      </Button>
    </LostPage>
  );
}
