import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SettingsTabs } from "@/components/settings/settings-tabs";
import { PageBody, PageHeader } from "@/components/shell/page-header";

export default function SettingsLayout({ children }: { children: ReactNode }) {
  const t = useTranslations("settings");
  return (
    <>
      <PageHeader title={t("title")}>
        <SettingsTabs />
      </PageHeader>
      <PageBody className="pt-4">
        <div className="flex max-w-4xl flex-col gap-4">{children}</div>
      </PageBody>
    </>
  );
}
