import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AutomationScreen } from "@/components/robots/automation-screen";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("robots.overview");
  return { title: t("title") };
}

export default function AutomationPage() {
  return <AutomationScreen />;
}
