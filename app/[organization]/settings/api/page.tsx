import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ApiKeys } from "@/components/integrations/api-keys";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("tabs.api") };
}

export default function Page() {
  return <ApiKeys />;
}
