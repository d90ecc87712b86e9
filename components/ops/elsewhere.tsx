import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import { PageBody, PageHeader } from "@/components/shell/page-header";
import { EmptyState } from "@/components/ui/empty-state";

/** Said instead of these pages when Inngest runs the functions. */
export function Elsewhere() {
  const t = useTranslations("ops.elsewhere");
  return (
    <>
      <PageHeader title={t("title")} />
      <PageBody>
        <EmptyState icon={<ExternalLink />} title={t("heading")} text={t("text")} />
      </PageBody>
    </>
  );
}
