import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PipelinesScreen } from "@/components/pipelines/pipelines-screen";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("robots.pipelines");
  return { title: t("title") };
}

export default function PipelinesPage() {
  return <PipelinesScreen />;
}
